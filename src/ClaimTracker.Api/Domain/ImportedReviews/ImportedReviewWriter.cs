using System.Security.Cryptography;
using System.Text;
using ClaimTracker.Api.Domain.History;

namespace ClaimTracker.Api.Domain.ImportedReviews;

/// <summary>
/// Takes in reviews of other publishers. One that is there just so stays; one that was changed since is a row of its own, which replaces
/// the earlier one.
/// </summary>
internal static class ImportedReviewWriter
{
    private const string KnownSql = $"""
        select {ImportedReviewReader.Columns}, r.markup
        from imported_reviews r
        where r.same_key = @key and r.current
        """;

    private const string ReplaceSql = "update imported_reviews set current = @Current where id = @Id";

    private const string InsertSql = """
        insert into imported_reviews (
            url, same_key, title, publisher, site, claim, claimant, claim_date, reviewed_at, changed_at, language, rating, rating_value,
            best_rating, worst_rating, normalised, appearances, markup, feed_url, replaces, current, created_by, created_at)
        values (
            @Url, @SameKey, @Title, @Publisher, @Site, @Claim, @Claimant, @ClaimDate, @ReviewedAt, @ChangedAt, @Language, @Rating,
            @RatingValue, @BestRating, @WorstRating, @Normalised, @Appearances, @Markup, @FeedUrl, @Replaces, @Current, @CreatedBy,
            @CreatedAt)
        returning id
        """;

    /// <summary>Takes a review.</summary>
    /// <param name="change">The write.</param>
    /// <param name="review">The review.</param>
    /// <param name="feedUrl">The feed that brought it; null if a file did.</param>
    /// <returns>Whether it is new, or newer than what was there.</returns>
    /// <exception cref="ProblemException">400: a member is missing or too long.</exception>
    public static async Task<bool> TakeAsync(Change change, TakenReview review, string? feedUrl = null)
    {
        Require(review);
        var key = KeyOf(review);
        var known = await change.FirstAsync<MarkedReviewResponse>(KnownSql, new { key });
        if (known is not null && !Replaces(review, known, feedUrl))
        {
            return false;
        }

        if (known is not null)
        {
            await change.ExecuteAsync(ReplaceSql, new { known.Id, Current = false });
        }

        var row = Row(change, review, key, feedUrl, known?.Id);
        var subject = Subject.ImportedReview(await change.InsertAsync(InsertSql, row));
        await change.RecordAsync(
            EventKind.ImportedReviewImported,
            subject,
            before: null,
            after: review,
            known: new Dictionary<Subject, string?> { [subject] = ContentDigest.OfInserted(subject, [row]) });
        return true;
    }

    private static void Require(TakenReview review)
    {
        var result = TakenReviewValidator.Instance.Validate(review);
        if (!result.IsValid)
        {
            throw Problem.Invalid(result.Errors);
        }
    }

    // One page may review several claims.
    private static string KeyOf(TakenReview review) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes($"{UrlKey.Of(review.Url)}\n{TextKey.Of(review.Claim)}")));

    // A later date counts, whoever tells of it. With the same date, or none, only who brought it may change it: two feeds that tell of a
    // review in different words would else replace each other for ever.
    private static bool Replaces(TakenReview review, MarkedReviewResponse known, string? feedUrl)
    {
        var before = known.ChangedAt ?? known.ReviewedAt;
        return !IsSame(known, review) && (review.AsOf > before || (known.FeedUrl == feedUrl && !(review.AsOf < before)));
    }

    // The date of the change alone is none: some publishers date each answer anew.
    private static bool IsSame(MarkedReviewResponse known, TakenReview review) =>
        known.Markup == review.Markup
        || (known.Title == review.Title && known.Publisher == review.Publisher && known.Claim == review.Claim
            && known.Claimant == review.Claimant && known.ClaimDate == review.ClaimDate && known.ReviewedAt == review.ReviewedAt
            && known.Language == review.Language && known.Rating == review.Rating
            && known.RatingValue == review.RatingValue && known.BestRating == review.BestRating
            && known.WorstRating == review.WorstRating && known.Appearances.SequenceEqual(review.Appearances, StringComparer.Ordinal));

    private static object Row(Change change, TakenReview review, string key, string? feedUrl, long? replaces) => new
    {
        review.Url,
        SameKey = key,
        review.Title,
        review.Publisher,
        review.Site,
        review.Claim,
        review.Claimant,
        review.ClaimDate,
        review.ReviewedAt,
        review.ChangedAt,
        review.Language,
        review.Rating,
        review.RatingValue,
        review.BestRating,
        review.WorstRating,
        review.Normalised,
        review.Appearances,
        review.Markup,
        FeedUrl = feedUrl,
        Replaces = replaces,
        Current = true,
        CreatedBy = change.Actor.Name,
        CreatedAt = change.Now,
    };
}
