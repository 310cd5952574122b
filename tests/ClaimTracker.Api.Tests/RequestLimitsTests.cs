using System.Net;
using System.Reflection;
using System.Text.Json.Nodes;
using ClaimTracker.Api.Tests.Documents;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests;

/// <summary>The limits of pages, users, keys and merges: at each, and one past it. And that no limit is without a test.</summary>
public sealed class RequestLimitsTests(SeededHost seeded) : IClassFixture<SeededHost>
{
    private readonly ApiHost _host = seeded.Host;

    /// <summary>Times, and defaults of settings: what they do is tested with smaller ones.</summary>
    private static readonly string[] SetOtherwise =
    [
        nameof(HttpLimits.RequestsPerKey), nameof(HttpLimits.RequestsPerAddress), nameof(HttpLimits.ConcurrentExports), // RateLimitsTests
        nameof(Limits.ClockSkewSeconds), nameof(HttpLimits.StopSeconds), nameof(HttpLimits.ProbeSeconds), nameof(HttpLimits.DiskFloorBytes),
    ];

    public static TheoryData<string> Names =>
        [.. typeof(Limits).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(static limit => limit.Name)
            .Except(SetOtherwise, StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_limit_is_tested(string name) => Assert.Contains(
        Directory.GetFiles(Path.Combine(Repository.Root, "tests", "ClaimTracker.Api.Tests"), "*Tests.cs", SearchOption.AllDirectories),
        file => File.ReadAllText(file).Contains($"Limits.{name}", StringComparison.Ordinal));

    [Fact]
    public async Task A_page_has_500_rows_at_most_and_50_if_nobody_says()
    {
        var lines = string.Join('\n', Enumerable.Range(0, HttpLimits.PageSize + 1).Select(static i => $$"""{"text":"Row {{i}}."}"""));
        await _host.Api.SendTextAsync(HttpMethod.Post, "/claims/bulk", lines, "application/x-ndjson");

        Assert.Equal(HttpLimits.PageSize, (await _host.Api.GetAsync($"/claims?limit={HttpLimits.PageSize}")).Items.Count);
        Assert.Equal(HttpLimits.DefaultPageSize, (await _host.Api.GetAsync("/claims")).Items.Count);
        Assert.Contains(
            $"{HttpLimits.PageSize}",
            (await _host.Api.GetAsync($"/claims?limit={HttpLimits.PageSize + 1}")).Error("limit"),
            StringComparison.Ordinal);
        Assert.NotNull((await _host.Api.GetAsync("/claims?limit=0")).Error("limit"));
    }

    [Fact]
    public async Task A_cursor_has_1000_characters_at_most()
    {
        Assert.DoesNotContain(
            "1,000",
            (await _host.Api.GetAsync($"/claims?cursor={new string('A', HttpLimits.Cursor)}")).Error("cursor"),
            StringComparison.Ordinal);
        Assert.Contains(
            "1,000",
            (await _host.Api.GetAsync($"/claims?cursor={new string('A', HttpLimits.Cursor + 1)}")).Error("cursor"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task At_most_100_sentences_are_merged_at_once()
    {
        var (article, sentences) = await _host.Api.GivenArticleAsync(
            string.Join(' ', Enumerable.Range(0, Limits.SentencesOfMerge + 1).Select(static i => $"The town has {i} cats.")));

        var refused = await _host.Api.PostAsync($"/articles/{article}/sentences/merge", new { ids = sentences });
        Assert.Contains("100", refused.Error("ids"), StringComparison.Ordinal);
        var merged = await _host.Api.PostAsync(
            $"/articles/{article}/sentences/merge", new { ids = sentences.Take(Limits.SentencesOfMerge) });
        Assert.True(merged.Status == HttpStatusCode.OK, merged.Text);
    }

    [Fact]
    public async Task A_user_has_a_name_of_100_characters_and_an_email_of_254()
    {
        var email = "a@" + new string('b', Limits.Email - 2 - 4) + ".org";
        var name = new string('n', Limits.UserName);

        Assert.NotNull((await _host.Api.PostAsync("/users", new { name = name + "n", role = "reader" })).Error("name"));
        Assert.NotNull((await _host.Api.PostAsync("/users", new { name, role = "reader", email = "b" + email })).Error("email"));
        await _host.Api.GivenAsync("/users", new { name, role = "reader", email });
    }

    [Fact]
    public async Task A_key_has_a_label_of_100_characters_and_outlives_its_successor_by_30_days_at_most()
    {
        var user = await _host.Api.GivenAsync("/users", new { name = "Has keys", role = "reader" });
        var label = new string('l', Limits.KeyLabel);

        Assert.NotNull((await _host.Api.PostAsync($"/users/{user}/keys", new { label = label + "l" })).Error("label"));
        var key = await _host.Api.GivenAsync($"/users/{user}/keys", new { label });
        var longer = await _host.Api.PostAsync(
            $"/users/{user}/keys/{key}/rotate", new { overlapHours = Limits.RotationOverlapHours + 1 });
        Assert.NotNull(longer.Error("overlapHours"));
        await _host.Api.GivenAsync($"/users/{user}/keys/{key}/rotate", new { overlapHours = Limits.RotationOverlapHours });
    }

    [Theory]
    [InlineData(HttpLimits.IdempotencyKeyLength, HttpStatusCode.Created)]
    [InlineData(HttpLimits.IdempotencyKeyLength + 1, HttpStatusCode.BadRequest)]
    public async Task A_name_for_a_request_has_255_characters_at_most(int length, HttpStatusCode status)
    {
        var request = Refusals.Request(HttpMethod.Post, "/api/v1/claims", """{"text":"x"}""");
        request.Headers.Add("Idempotency-Key", new string('k', length));

        Assert.Equal(status, (await _host.Api.SendAsync(request)).Status);
    }

    [Theory]
    [InlineData("kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk")]
    [InlineData("abcdefghiabcdefghiabcdefghiabcdefghiabcdefghi")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaabcdefghijklmnop")]
    public async Task A_key_that_the_operator_provides_is_hard_to_guess(string key)
    {
        await using var store = await TestEngine.Current.NewAsync();

        var (exit, _, error) = await ServiceProcess.RunAsync(store, key, "--urls", "http://127.0.0.1:0");

        Assert.Equal(1, exit);
        Assert.Equal(
            $"The setting Auth:AdminKey is too easy to guess: it must have {Limits.AdminKeyDistinct} different characters and "
            + $"{Limits.AdminKeyBits} bits of entropy, as a line of `openssl rand -base64 32` has.",
            error.TrimEnd());
    }

    [Theory]
    [InlineData(Limits.AdminKeyMin - 1, false)]
    [InlineData(Limits.AdminKeyMin, true)]
    [InlineData(Limits.AdminKeyMax, true)]
    [InlineData(Limits.AdminKeyMax + 1, false)]
    public async Task A_key_that_the_operator_provides_has_32_to_200_characters(int length, bool accepted)
    {
        await using var store = await TestEngine.Current.NewAsync();
        var key = string.Concat(Enumerable.Range(0, length).Select(static i => (char)('A' + (i % 26))));
        if (accepted)
        {
            using var service = await ServiceProcess.ServeAsync(store, key);
            Assert.Equal(HttpStatusCode.OK, (await service.Driver(key).GetAsync("/claims")).Status);
        }
        else
        {
            Assert.Equal(1, (await ServiceProcess.RunAsync(store, key, "--urls", "http://127.0.0.1:0")).Exit);
        }
    }
}
