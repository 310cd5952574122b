using System.Globalization;
using System.Text.Json;
using ClaimTracker.Api.Domain.Evidence;
using ClaimTracker.Api.Domain.Sources;
using static ClaimTracker.Api.Web.Json.LooseJson;

namespace ClaimTracker.Api.Features.Imports;

/// <summary>
/// Makes rows of the claims of research data sets. A label has no date and no author, so that it makes no verdict: it is a tag.
/// </summary>
internal static class DatasetRows
{
    private const string Wikipedia = "https://en.wikipedia.org/wiki/";

    /// <summary>
    /// <see href="https://fever.ai/dataset/fever.html">FEVER</see>: evidence is a list of sets, each a list of [annotation, evidence,
    /// page, line]. Our own export has the excerpt in a fifth place.
    /// </summary>
    public static ImportItem OfFever(JsonItem item)
    {
        var label = Text(item.Value, "label");
        var stance = label switch
        {
            "SUPPORTS" => Stance.Supports,
            "REFUTES" => Stance.Refutes,
            _ => Stance.Context,
        };
        var evidence = Each(item.Value, "evidence")
            .SelectMany((set, number) => Each(set).Select(one => (Number: number + 1, Parts: Each(one).ToList())))
            .Where(static one => one.Parts.Count >= 3 && one.Parts[2].ValueKind == JsonValueKind.String)
            .Select(one => new RowEvidence
            {
                Source = new EvidenceSource { Url = Page(one.Parts[2].GetString()!) },
                Excerpt = one.Parts.Count > 4 && one.Parts[4].ValueKind == JsonValueKind.String ? one.Parts[4].GetString() : null,
                Locator = one.Parts.Count > 3 && one.Parts[3].ValueKind == JsonValueKind.Number
                    ? new Locator { Section = $"line {one.Parts[3].GetRawText()}" }
                    : null,
                Stance = stance,
                Set = one.Number,
            });
        return Row(item, "fever", Text(item.Value, "id"), label, [.. evidence.Take(Limits.EvidenceOfNewClaim)], []);
    }

    /// <summary><see href="https://fever.ai/dataset/averitec.html">AVeriTeC</see>: evidence is questions with answers.</summary>
    public static ImportItem OfAveritec(JsonItem item)
    {
        var evidence = Each(item.Value, "questions")
            .SelectMany(static question =>
                Each(question, "answers").Select(answer => (Question: Text(question, "question"), Answer: answer)))
            .Where(static one => Text(one.Answer, "source_url") is { } url && UrlKey.IsHttp(url))
            .Select(static one => new RowEvidence
            {
                Source = new EvidenceSource
                {
                    Url = Text(one.Answer, "source_url"),
                    ArchivedUrl = Text(one.Answer, "cached_source_url") is { } copy && UrlKey.IsHttp(copy) ? copy : null,
                },
                Excerpt = Text(one.Answer, "answer"),
                Question = one.Question,
                AnswerType = Text(one.Answer, "answer_type"),
                Stance = Stance.Context,
            });
        return Row(
            item,
            "averitec",
            Text(item.Value, "claim_id"),
            Text(item.Value, "label"),
            [.. evidence.Take(Limits.EvidenceOfNewClaim)],
            [
                (RowColumns.Claimant, Text(item.Value, "speaker")),
                (RowColumns.ClaimDate, Date(Text(item.Value, "claim_date"))),
                (RowColumns.ArticleUrl, Text(item.Value, "original_claim_url") is { } url && UrlKey.IsHttp(url) ? url : null),
                (RowColumns.SourceUrls, Text(item.Value, "fact_checking_article") is { } check && UrlKey.IsHttp(check) ? check : null),
            ]);
    }

    private static RawRow Row(
        JsonItem item, string set, string? id, string? label, IReadOnlyList<RowEvidence> evidence, (string Column, string? Value)[] others)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        (string Column, string? Value)[] own =
        [
            (RowColumns.Claim, Text(item.Value, "claim")),
            (RowColumns.Tags, label is null ? set : $"{set}: {label.Replace(';', ',')}"),
            (RowColumns.ExternalApp, id is null ? null : set),
            (RowColumns.ExternalId, id),
        ];
        foreach (var (column, value) in own.Concat(others))
        {
            if (value is not null)
            {
                values.Add(column, value);
            }
        }

        return new RawRow(item.Number, values) { Evidence = evidence };
    }

    // "25-8-2020" in AVeriTeC.
    private static string? Date(string? text) =>
        DateOnly.TryParseExact(text, "d-M-yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? ((PartialDate)day).ToString()
        : PartialDate.TryParse(text, out _) ? text
        : null;

    // The set writes brackets and colons as words.
    private static string Page(string name) => UrlKey.IsHttp(name)
        ? name
        : Wikipedia + Uri.EscapeDataString(name
            .Replace("-LRB-", "(", StringComparison.Ordinal)
            .Replace("-RRB-", ")", StringComparison.Ordinal)
            .Replace("-COLON-", ":", StringComparison.Ordinal));

    private static string? Text(JsonElement node, string name) => TextOf(Member(node, name));
}
