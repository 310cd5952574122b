using System.Globalization;
using System.Text.RegularExpressions;
using ClaimTracker.Api.Domain.Claims;
using ClaimTracker.Api.Domain.Fields;
using ClaimTracker.Api.Domain.Judgements;

namespace ClaimTracker.Api.Features.Imports;

/// <summary>Makes of a row what use cases take, by the same rules as a request.</summary>
internal static partial class RowReader
{
    /// <summary>What stands between several names or tags in a cell.</summary>
    public const string BetweenNames = "; ";

    private const string DefaultApp = "import";

    private static readonly string[] PlainInstants = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm"];

    /// <summary>The claim of a row.</summary>
    /// <exception cref="ProblemException">400, by column.</exception>
    public static ClaimBody Claim(RawRow row)
    {
        var claim = new ClaimBody
        {
            Text = row[RowColumns.Claim],
            Headline = row[RowColumns.Headline],
            Language = row[RowColumns.Language],
            ClaimType = row[RowColumns.ClaimType],
            ClaimDate = Date(row, RowColumns.ClaimDate),
            Location = row[RowColumns.Location],
            Claimants = [.. Names(row, RowColumns.Claimant).Select(static name => new ClaimClaimant { Name = name })],
            Tags = Names(row, RowColumns.Tags),
            ExternalApp = row[RowColumns.ExternalApp] ?? (row[RowColumns.ExternalId] is null ? null : DefaultApp),
            ExternalId = row[RowColumns.ExternalId],
        };
        Require(ClaimBodyValidator.Instance, claim);
        return row[RowColumns.Sentence] is null ? AtArticle(row, claim) : claim;
    }

    /// <summary>A claim that was made in the article of its row, if it names one.</summary>
    /// <exception cref="ProblemException">400, by column.</exception>
    public static ClaimBody AtArticle(RawRow row, ClaimBody claim)
    {
        if (row[RowColumns.ArticleUrl] is not { } url)
        {
            return claim;
        }

        var made = claim with { Appearances = [new Appearance { Url = url }] };
        Require(ClaimBodyValidator.Instance, made);
        return made;
    }

    /// <summary>The verdict of a row; null where it has no rating.</summary>
    /// <exception cref="ProblemException">400, by column.</exception>
    public static ImportedVerdict? Verdict(RawRow row)
    {
        if (Trimmed(row, RowColumns.Rating) is not { } rating)
        {
            return null;
        }

        var state = Trimmed(row, RowColumns.State) is { } word ? Word<VerdictState>(RowColumns.State, word) : VerdictState.Published;
        if (state is not (VerdictState.Published or VerdictState.Superseded or VerdictState.Retracted))
        {
            throw Problem.Invalid(RowColumns.State, "must be published, superseded or retracted: drafts are made here");
        }

        var verdict = new ImportedVerdict
        {
            Rating = NameOrValue(rating),
            Scale = Trimmed(row, RowColumns.Scale) is { } scale ? (NameOrNumber)scale : null,
            Justification = row[RowColumns.Justification] ?? "",
            ValidAsOf = Day(row, RowColumns.ValidAsOf),
            PublishedAt = Instant(row, RowColumns.PublishedAt)
                ?? throw Problem.Invalid(RowColumns.PublishedAt, "is required with a rating"),
            Author = row[RowColumns.Author],
            Review = row[RowColumns.ReviewUrl] is null && row[RowColumns.ReviewTitle] is null
                ? null
                : new Review { Url = row[RowColumns.ReviewUrl], Title = row[RowColumns.ReviewTitle] },
            Correction = Correction(row),
            SupersededAt = state == VerdictState.Superseded ? EndedAt(row, state) : null,
            Retraction = state == VerdictState.Retracted ? Retraction(row) : null,
        };
        Require(ImportedVerdictValidator.Instance, verdict);
        return verdict;
    }

    /// <summary>The values of fields of the desk's own; null where it has none.</summary>
    public static Dictionary<string, FieldValue?>? Fields(RawRow row, IReadOnlyList<FieldResponse> fields)
    {
        var values = (from field in fields
                      let cell = row[RowColumns.FieldPrefix + field.Name]
                      where cell is not null
                      select (field.Name, Value: FieldRules.OfCell(field.Type, cell)))
            .ToDictionary(static one => one.Name, static one => (FieldValue?)one.Value, StringComparer.Ordinal);
        return values.Count == 0 ? null : values;
    }

    /// <summary>The addresses of its sources, each once. People put commas or semicolons between them.</summary>
    public static IReadOnlyList<string> SourceUrls(RawRow row) =>
    [
        .. BetweenUrls().Split(row[RowColumns.SourceUrls] ?? "").Where(static url => url.Length > 0).Distinct(StringComparer.Ordinal),
    ];

    public static Stance? Stance(RawRow row) =>
        Trimmed(row, RowColumns.Stance) is { } word ? Word<Stance>(RowColumns.Stance, word) : null;

    /// <exception cref="ProblemException">400.</exception>
    public static void Require<T>(IValidator<T> validator, T value)
    {
        var result = validator.Validate(value);
        if (!result.IsValid)
        {
            throw Problem.Invalid(result.Errors);
        }
    }

    private static NameOrNumber NameOrValue(string cell) =>
        double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
            ? new NameOrNumber(cell, value)
            : cell;

    private static VerdictRetraction Retraction(RawRow row) => new(
        row[RowColumns.RetractionReason] ?? throw Problem.Invalid(RowColumns.RetractionReason, "is required of a retracted verdict"),
        EndedAt(row, VerdictState.Retracted));

    private static DateTimeOffset EndedAt(RawRow row, VerdictState state) => Instant(row, RowColumns.EndedAt)
        ?? throw Problem.Invalid(RowColumns.EndedAt, $"is required of a {state.ToWord()} verdict");

    private static CorrectionNote? Correction(RawRow row)
    {
        var (kind, reason, text) =
            (Trimmed(row, RowColumns.CorrectionKind), row[RowColumns.CorrectionReason], row[RowColumns.CorrectionPublicText]);
        return kind is null && reason is null && text is null ? null : new CorrectionNote
        {
            Kind = kind is null ? null : Word<CorrectionKind>(RowColumns.CorrectionKind, kind),
            Reason = reason,
            PublicText = text,
        };
    }

    private static List<string> Names(RawRow row, string column) =>
        [.. (row[column] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    // Blanks that nobody sees in a sheet.
    private static string? Trimmed(RawRow row, string column) => row[column]?.Trim() is { Length: > 0 } text ? text : null;

    private static PartialDate? Date(RawRow row, string column) => Trimmed(row, column) is not { } text ? null
        : PartialDate.TryParse(text, out var date) ? date
        : throw Problem.Invalid(column, PartialDate.Expected);

    private static DateOnly? Day(RawRow row, string column) => Trimmed(row, column) is not { } text ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw Problem.Invalid(column, "must be a day such as 2026-01-31");

    // Our lists for spreadsheets leave the zone out, which is UTC. A spreadsheet shows an instant with a space, and often the day alone.
    private static DateTimeOffset? Instant(RawRow row, string column) => Trimmed(row, column) is not { } text ? null
        : InstantConverter.TryParse(text, out var instant) ? instant
        : DateTime.TryParseExact(text, PlainInstants, CultureInfo.InvariantCulture, DateTimeStyles.None, out var plain)
            ? new DateTimeOffset(plain, TimeSpan.Zero)
        : throw Problem.Invalid(column, InstantConverter.Expected + ", or a day");

    private static T Word<T>(string column, string word)
        where T : struct, Enum => EnumWords.TryParse(typeof(T), word, out var value)
            ? (T)value!
            : throw Problem.Invalid(column, EnumWords.Expected(typeof(T)));

    [GeneratedRegex(
        @"[,;]?(\s+|$)|[,;](?=https?://)",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex BetweenUrls();
}
