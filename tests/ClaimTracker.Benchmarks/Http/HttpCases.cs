using System.Text.Json;
using ClaimTracker.Benchmarks.Client;
using ClaimTracker.Benchmarks.Generating;
using ClaimTracker.Benchmarks.Service;

namespace ClaimTracker.Benchmarks.Http;

/// <summary>A kind of work that is measured.</summary>
/// <param name="Name">Its name in the table.</param>
/// <param name="Requests">Gives, for a connection, what makes its next request from its number.</param>
internal sealed record HttpCase(string Name, Func<int, Func<int, RawRequest>> Requests)
{
    /// <summary>Rows that a request writes, where that is the figure.</summary>
    public int RowsOfRequest { get; init; } = 1;

    /// <summary>Clients at the same time, if not as many as the run has.</summary>
    public int? Connections { get; init; }
}

/// <summary>The kinds of work of a newsroom, on a data folder that was generated.</summary>
internal sealed class HttpCases
{
    public const string Claim = "GET claim";
    public const string Article = "GET article";
    public const string ClaimsPage = "GET claims, 50";
    public const string VerdictsPage = "GET verdicts, 50";
    public const string PostClaim = "POST claim";
    public const string PostEvidence = "POST evidence on a sentence";
    public const string PostArticle = "POST article of 1,000 words";
    public const string Bulk = "POST claims in bulk";
    public const string Mixed = "mixed, 9 reads to 1 write";

    private const int BulkLines = 1_000;
    private const int Texts = 64;

    private static readonly Words English = Words.Languages[0];

    private readonly string _key;
    private readonly int _claims;
    private readonly int _lastArticle;
    private readonly IReadOnlyList<long> _sentences;
    private readonly IReadOnlyList<string> _claimPages;
    private readonly IReadOnlyList<string> _verdictPages;

    private readonly IReadOnlyList<string> _articles =
        [.. Enumerable.Range(0, Texts).Select(static i => ArticleText.Of(new Dice((ulong)i), English, ArticleText.OfThousandWords))];

    /// <summary>Takes what it asks for from the service itself.</summary>
    public HttpCases(ApiProcess service)
    {
        using var client = new ApiClient(service.Port, service.Key);
        (_key, _claims, _lastArticle) = (service.Key, (int)client.LastId("claims"), (int)client.LastId("articles"));
        _claimPages = Pages(client, "/claims?limit=50");
        _verdictPages = Pages(client, "/verdicts?limit=50");
        var free = new List<long>();
        for (var id = _lastArticle; id > 0 && free.Count < 1_000; id--)
        {
            free.AddRange(client.Get($"/articles/{id}").GetProperty("sentences").EnumerateArray()
                .Where(static s => s.GetProperty("claims").GetArrayLength() < 2)
                .Where(static s => s.GetProperty("state").GetString() is "open" or "claimed")
                .Select(static s => s.GetProperty("id").GetInt64()));
        }

        _sentences = free;
    }

    /// <summary>The highest id of a claim at the beginning.</summary>
    public int Claims => _claims;

    public IReadOnlyList<HttpCase> All() =>
    [
        new(Claim, connection => Reads(connection, GetClaim)),
        new(Article, connection => Reads(connection, GetArticle)),
        new(ClaimsPage, connection => Reads(connection, dice => Get(dice.Pick(_claimPages), kind: 2))),
        new(VerdictsPage, connection => Reads(connection, dice => Get(dice.Pick(_verdictPages), kind: 4))),
        new(PostClaim, connection => number => WriteClaim(connection, number)),
        new(PostEvidence, connection => number => WriteEvidence(connection, number)),
        new(PostArticle, connection => number => WriteArticle(connection, number)),
        new(Bulk, connection => number => WriteBulk(connection, number)) { RowsOfRequest = BulkLines, Connections = 1 },
        new(Mixed, MixedLoad),
    ];

    /// <summary>The claim that a naive writer is given.</summary>
    public static Func<int, RawRequest> WriteToFloor(int connection) =>
        number => RawRequest.Post("/claims", key: null, ClaimJson(connection, number));

    /// <summary>The claims that plain Dapper is asked for: the same ones.</summary>
    public Func<int, RawRequest> ReadFromFloor(int connection) =>
        Reads(connection, dice => RawRequest.Get($"/claims/{1 + dice.Below(_claims)}", key: null));

    private RawRequest GetClaim(Dice dice) => Get($"/claims/{1 + dice.Below(_claims)}", kind: 0);

    private RawRequest GetArticle(Dice dice) => Get($"/articles/{1 + dice.Below(_lastArticle)}", kind: 1);

    private RawRequest WriteClaim(int connection, int number) =>
        RawRequest.Post(ApiClient.Base + "/claims", _key, ClaimJson(connection, number), kind: 3);

    private RawRequest WriteEvidence(int connection, int number)
    {
        var dice = Of(connection, number);
        return RawRequest.Post(ApiClient.Base + $"/sentences/{dice.Pick(_sentences)}/evidence", _key, JsonSerializer.Serialize(new
        {
            source = new { url = $"https://figures.example/{dice.Below(1_000)}", title = "Figures of the year" },
            excerpt = English.Sentence(dice),
            stance = "supports",
        }));
    }

    private RawRequest WriteArticle(int connection, int number) => RawRequest.Post(
        ApiClient.Base + "/articles",
        _key,
        JsonSerializer.Serialize(new { text = $"Report {connection} of part {number}\n\n{_articles[number % Texts]}", language = "en" }));

    private RawRequest WriteBulk(int connection, int number) => RawRequest.PostLines(
        ApiClient.Base + "/claims/bulk", _key,
        string.Join('\n', Enumerable.Range(0, BulkLines).Select(line => ClaimJson(connection, (number * BulkLines) + line))));

    private Func<int, RawRequest> MixedLoad(int connection)
    {
        var dice = Of(connection, 0);
        return number => (number % 10) switch
        {
            0 or 3 or 5 or 8 => GetClaim(dice),
            1 or 6 => GetArticle(dice),
            2 => Get("/claims?limit=50", kind: 2),
            4 => Get("/verdicts?limit=50", kind: 4),
            7 => Get("/claims?limit=50&sort=-activityAt", kind: 5),
            _ => WriteClaim(connection, number),
        };
    }

    // The first pages of a list, as a reader turns them.
    private static List<string> Pages(ApiClient client, string first)
    {
        var (pages, next) = (new List<string> { first }, client.Get(first).GetProperty("next"));
        while (pages.Count < Texts && next.ValueKind == JsonValueKind.String)
        {
            pages.Add($"{first}&cursor={Uri.EscapeDataString(next.GetString()!)}");
            next = client.Get(pages[^1]).GetProperty("next");
        }

        return pages;
    }

    // Reads are the same few hundred on each connection, made before: the client shares the cores.
    private static Func<int, RawRequest> Reads(int connection, Func<Dice, RawRequest> make)
    {
        var dice = Of(connection, 0);
        var made = Enumerable.Range(0, 256).Select(_ => make(dice)).ToArray();
        return number => made[number % made.Length];
    }

    private RawRequest Get(string path, int kind) => RawRequest.Get(ApiClient.Base + path, _key, kind);

    private static Dice Of(int connection, int number) => new(((ulong)connection << 32) + (ulong)number);

    private static string ClaimJson(int connection, int number) => JsonSerializer.Serialize(
        new { text = $"{English.Phrase(Of(connection, number % Texts), 8, 18)} {connection}-{number}.", language = "en" });
}
