using System.Globalization;

namespace ClaimTracker.Api.Domain.Claims;

/// <summary>The facts that a claim takes from the article of its sentence, where none are given.</summary>
internal static class ClaimOrigin
{
    private const string By = "By ";

    private const string Sql = """
        select a.language, a.byline, a.published_on, a.url, s.media_start, s.media_end
        from sentences s
        join articles a on a.id = s.article_id
        where s.id = @sentence
        """;

    /// <summary>Fills in the language and date of the article and, if the sentence asserts the claim, the author as claimant.</summary>
    public static async Task<T> FillAsync<T>(ReadTx tx, T claim, long sentence, SentenceRole role)
        where T : ClaimBody
    {
        var origin = await tx.FirstAsync<Row>(Sql, new { sentence });
        return origin is null ? claim : claim with
        {
            Language = claim.Language ?? (origin.Language == "und" ? null : origin.Language),
            ClaimDate = claim.ClaimDate ?? origin.PublishedOn,
            Claimants = claim.Claimants ?? (role == SentenceRole.Asserts && Author(origin.Byline) is { } name
                ? [new ClaimClaimant { Name = name }]
                : null),
            Appearances = claim.Appearances ?? origin.ToAppearances(),
        };
    }

    private static string? Author(string? byline)
    {
        var name = byline?.StartsWith(By, StringComparison.OrdinalIgnoreCase) == true ? byline[By.Length..].Trim() : byline?.Trim();
        return string.IsNullOrEmpty(name) || CodePoints.Count(name) > Limits.Text ? null : name;
    }

    private sealed record Row
    {
        public required string Language { get; init; }

        public required string? Byline { get; init; }

        public required PartialDate? PublishedOn { get; init; }

        public required string? Url { get; init; }

        public required int? MediaStart { get; init; }

        public required int? MediaEnd { get; init; }

        /// <summary>The part of the recording in which it is said (W3C Media Fragments).</summary>
        public IReadOnlyList<Appearance>? ToAppearances()
        {
            if (Url is null || MediaStart is not { } start || MediaEnd is not { } end)
            {
                return null;
            }

            var sign = Url.Contains('#', StringComparison.Ordinal) ? '&' : '#';
            var url = string.Create(CultureInfo.InvariantCulture, $"{Url}{sign}t={start / 1000d},{end / 1000d}");
            return CodePoints.Count(url) > Limits.Url ? null : [new Appearance { Url = url, Date = PublishedOn }];
        }
    }
}
