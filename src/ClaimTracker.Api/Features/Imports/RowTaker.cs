using ClaimTracker.Api.Domain.Claims;
using ClaimTracker.Api.Domain.Evidence;
using ClaimTracker.Api.Domain.Fields;
using ClaimTracker.Api.Domain.Judgements;
using ClaimTracker.Api.Domain.Sentences;
using ClaimTracker.Api.Domain.Sources;

namespace ClaimTracker.Api.Features.Imports;

/// <summary>Takes one row: its claim, the sentence that makes it, its sources and its verdict. What is there stays as it is.</summary>
internal static class RowTaker
{
    private const string SameExternalSql = """
        select coalesce(m.successor_id, c.id)
        from claims c
        left join claim_merges m on m.claim_id = c.id
        where c.external_app = @ExternalApp and c.external_id = @ExternalId
        """;

    // Two people may say the same words.
    private const string SameWordsSql = """
        select coalesce(m.successor_id, c.id)
        from claims c
        left join claim_merges m on m.claim_id = c.id
        where substr(c.text_key, 1, 200) = @prefix
            and c.text_key = @key
            and (@claimant = '' or exists (select 1 from claim_claimants n where n.claim_id = c.id and n.name_key = @claimant))
            and (@ExternalId is null or c.external_id is null)
        order by c.id
        limit 1
        """;

    private const string SentenceSql = """
        select s.id
        from articles a
        join sentences s on s.article_id = a.id
        where a.url_key = @url and s.text = @sentence
        order by s.id desc
        limit 1
        """;

    private const string LinkedSql = "select 1 from sentence_claims where sentence_id = @sentence and claim_id = @claim";

    private const string EvidenceSql = """
        select e.id
        from claim_evidence l
        join evidence e on e.id = l.evidence_id
        where l.claim_id = @claim and e.source_id = @source and e.excerpt = @excerpt
        order by e.id
        limit 1
        """;

    /// <summary>Takes a row.</summary>
    /// <param name="change">The write.</param>
    /// <param name="waiting">Claims that are not written yet. The claim of a row that brings nothing else is left there.</param>
    /// <param name="row">The row.</param>
    /// <param name="content">What it comes to.</param>
    /// <returns>Whether it brought anything new.</returns>
    /// <exception cref="ProblemException">The refusal of the row.</exception>
    public static async Task<bool> TakeAsync(Change change, WaitingClaims waiting, RawRow row, RowContent content)
    {
        var isClaimAlone = row.HasClaimAlone && content.Verdict is null;
        if (!isClaimAlone || waiting.MayHold(content.Claim))
        {
            await waiting.WriteAsync(change);
        }

        var sentence = await SentenceAsync(change, row);
        var known = await FindAsync(change, content.Claim);
        if (isClaimAlone)
        {
            if (known is null)
            {
                var (added, values) = await WithFieldsAsync(change, row, content.Claim);
                waiting.Add(added, values);
            }

            return known is null;
        }

        var claim = known ?? await InsertAsync(change, row, content.Claim, isOfSentence: sentence is not null);
        var isNew = known is null;
        if (sentence is { } id)
        {
            isNew |= await LinkAsync(change, id, claim);
        }

        var cited = new List<long>();
        isNew |= await EvidenceAsync(change, claim, row, cited);
        if (content.Verdict is { } verdict)
        {
            isNew |= await ImportedVerdictWriter.TryInsertAsync(change, claim, verdict, cited);
        }

        return isNew;
    }

    // Where no sentence is found that makes the claim, the article is a place where it was made.
    private static async Task<long> InsertAsync(Change change, RawRow row, NewClaim claim, bool isOfSentence)
    {
        var made = isOfSentence || row[RowColumns.Sentence] is null ? claim : new NewClaim(RowReader.AtArticle(row, claim.Body));
        return await ClaimWriter.InsertAsync(change, [await WithFieldsAsync(change, row, made)]);
    }

    private static async Task<(NewClaim Claim, IReadOnlyList<FieldText> Fields)> WithFieldsAsync(
        Change change, RawRow row, NewClaim claim) =>
        RowReader.Fields(row, await FieldReader.AllAsync(change, FieldSubject.Claim)) is not { } fields
            ? (claim, [])
            : (new NewClaim(claim.Body with { Fields = fields }),
                await FieldTexts.OfNewAsync(change, FieldSubject.Claim, fields, askRequired: false));

    private static async Task<long?> FindAsync(ReadTx tx, NewClaim claim)
    {
        var body = claim.Body;
        return body.ExternalId is not null && await tx.FirstAsync<long?>(SameExternalSql, body) is { } same
            ? same
            : await tx.FirstAsync<long?>(SameWordsSql, new
            {
                key = claim.TextKey,
                prefix = KeyPrefix.Of(claim.TextKey),
                claimant = body.Claimants is [var first, ..] ? TextKey.Of(first.Name!) : "",
                body.ExternalId,
            });
    }

    private static async Task<long?> SentenceAsync(ReadTx tx, RawRow row) =>
        row[RowColumns.ArticleUrl] is { } url && row[RowColumns.Sentence] is { } sentence
            ? await tx.FirstAsync<long?>(SentenceSql, new { url = UrlKey.Of(url), sentence })
            : null;

    private static async Task<bool> LinkAsync(Change change, long sentence, long claim)
    {
        if (await change.AnyAsync(LinkedSql, new { sentence, claim }))
        {
            return false;
        }

        await SentenceLinkWriter.WriteAsync(change, SentenceLink.Of(sentence, claim));
        return true;
    }

    // A verdict list names sources and no excerpts: the record then has none, until somebody adds it.
    private static async Task<bool> EvidenceAsync(Change change, long claim, RawRow row, List<long> cited)
    {
        var isNew = false;
        if (row[RowColumns.SourceUrl] is { } url)
        {
            isNew |= await AttachAsync(change, claim, Attached(Of(row), url), cited);
        }

        foreach (var address in RowReader.SourceUrls(row).Where(address => address != row[RowColumns.SourceUrl]))
        {
            isNew |= await AttachAsync(change, claim, Attached(new RowEvidence(), address), cited);
        }

        foreach (var evidence in row.Evidence)
        {
            isNew |= await AttachAsync(change, claim, evidence, cited);
        }

        return isNew;
    }

    private static RowEvidence Of(RawRow row) => new()
    {
        Source = new EvidenceSource { Title = row[RowColumns.SourceTitle], Publisher = row[RowColumns.SourcePublisher] },
        Excerpt = row[RowColumns.Excerpt],
        Locator = new Locator { Page = row[RowColumns.Page], Section = row[RowColumns.Section] },
        Note = row[RowColumns.Note],
        Stance = RowReader.Stance(row),
    };

    private static RowEvidence Attached(RowEvidence evidence, string url) => evidence with
    {
        Source = (evidence.Source ?? new EvidenceSource()) with { Url = url },
        Stance = evidence.Stance ?? Stance.Context,
    };

    private static async Task<bool> AttachAsync(Change change, long claim, RowEvidence evidence, List<long> cited)
    {
        RowReader.Require(RowEvidenceValidator.Instance, evidence);
        var (source, isNew) = await SourceWriter.FindOrInsertAsync(change, evidence.Source!);
        var excerpt = evidence.Excerpt ?? "";
        if (!isNew && await change.FirstAsync<long?>(EvidenceSql, new { claim, source, excerpt }) is { } known)
        {
            cited.Add(known);
            return false;
        }

        cited.Add(await EvidenceWriter.InsertAsync(
            change, claim, evidence with { Source = new EvidenceSource { Id = source }, Excerpt = excerpt }));
        return true;
    }
}
