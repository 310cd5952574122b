using System.Text.Json.Nodes;
using ClaimTracker.Api.Domain.Reviews;
using ClaimTracker.Api.Domain.Sources;

namespace ClaimTracker.Api.Features.Exports;

/// <summary>What a data set says of a claim.</summary>
internal enum DatasetLabel { Supported, Refuted, Conflicting, NotEnough }

/// <summary>The labels of ratings: those that were asked for, and for others what follows from their value.</summary>
internal sealed class DatasetLabels(IReadOnlyList<string> mapping)
{
    private readonly Dictionary<string, DatasetLabel> _asked = mapping.Select(static pair => Parse(pair)!.Value)
        .DistinctBy(static pair => pair.Rating, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(static pair => pair.Rating, static pair => pair.Label, StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads a pair such as <c>Half true:conflicting</c>; null if it is none.</summary>
    public static (string Rating, DatasetLabel Label)? Parse(string pair)
    {
        var colon = pair.LastIndexOf(':');
        return colon > 0 && EnumWords.TryParse(typeof(DatasetLabel), pair[(colon + 1)..].Trim(), out var label)
            ? (pair[..colon].Trim(), (DatasetLabel)label!)
            : null;
    }

    public DatasetLabel Of(PublicReview review)
    {
        var (rating, scale) = (review.Verdict.Rating, review.Verdict.Scale);
        if (_asked.TryGetValue(rating.Name, out var asked))
        {
            return asked;
        }

        return ((rating.Value - scale.Worst) / (scale.Best - scale.Worst)) switch
        {
            null => DatasetLabel.NotEnough,
            >= 2.0 / 3 => DatasetLabel.Supported,
            <= 1.0 / 3 => DatasetLabel.Refuted,
            _ => DatasetLabel.Conflicting,
        };
    }
}

/// <summary>Reviews in the shapes of data sets that research uses.</summary>
internal static class DatasetShapes
{
    /// <summary>
    /// <see href="https://fever.ai/dataset/fever.html">FEVER</see>: evidence is a list of sets, each a list of
    /// [annotation, evidence, page, line]. A page is the address or the title of the source, and the excerpt stands in a fifth place.
    /// </summary>
    public static JsonObject Fever(PublicReview review, DatasetLabels labels)
    {
        var label = labels.Of(review);
        var sets = review.Verdict.Evidence
            .GroupBy(static cited => cited.Set is { } set ? (long)set : -cited.Id) // One without a set stands alone.
            .Select(set => (JsonNode)new JsonArray([.. set.Select(cited => (JsonNode)new JsonArray(
                review.Verdict.Id, cited.Id, cited.Source.Url ?? cited.Source.Title, null, cited.Excerpt))]));
        return new JsonObject
        {
            ["id"] = review.Verdict.Id,
            ["verifiable"] = label == DatasetLabel.NotEnough ? "NOT VERIFIABLE" : "VERIFIABLE",
            ["label"] = label switch
            {
                DatasetLabel.Supported => "SUPPORTS",
                DatasetLabel.Refuted => "REFUTES",
                DatasetLabel.Conflicting => "DISPUTED",
                _ => "NOT ENOUGH INFO",
            },
            ["claim"] = review.Verdict.Claim.Text,
            ["evidence"] = new JsonArray([.. sets]),
        };
    }

    /// <summary><see href="https://fever.ai/dataset/averitec.html">AVeriTeC</see>: evidence is questions with answers.</summary>
    public static JsonObject Averitec(PublicReview review, DatasetLabels labels, string address)
    {
        var (verdict, about) = (review.Verdict, review.About);
        return new JsonObject
        {
            ["claim_id"] = verdict.ClaimId,
            ["claim"] = verdict.Claim.Text,
            ["claim_date"] = verdict.Claim.ClaimDate?.ToString(),
            ["speaker"] = verdict.Claim.Claimants is [var first, ..] ? first.Name : null,
            ["original_claim_url"] = about.Appearances.FirstOrDefault(static one => one.Url is not null)?.Url
                ?? (about.Articles is [var article, ..] ? article.Url : null),
            ["fact_checking_article"] = verdict.Review?.Url ?? address,
            ["label"] = labels.Of(review) switch
            {
                DatasetLabel.Supported => "Supported",
                DatasetLabel.Refuted => "Refuted",
                DatasetLabel.Conflicting => "Conflicting Evidence/Cherrypicking",
                _ => "Not Enough Evidence",
            },
            ["justification"] = verdict.Justification,
            ["questions"] = new JsonArray([.. verdict.Evidence.Select(Question)]),
        };
    }

    // The question stands on the link of the record to its claim, which a verdict does not keep: the stance asks in its place.
    private static JsonNode Question(CitedEvidence cited) => new JsonObject
    {
        ["question"] = $"What does {cited.Source.Title ?? cited.Source.Publisher ?? cited.Source.Url ?? "the source"} say?",
        ["answers"] = new JsonArray(new JsonObject
        {
            ["answer"] = cited.Excerpt,
            ["answer_type"] = "Extractive",
            ["stance"] = cited.Stance.ToWord(),
            ["source_url"] = cited.Source.Url,
            ["source_medium"] = cited.Source.Medium.ToWord(),
            ["cached_source_url"] = cited.Source.ArchivedUrl,
        }),
    };
}
