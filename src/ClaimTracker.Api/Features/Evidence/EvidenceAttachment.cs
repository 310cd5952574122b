using ClaimTracker.Api.Domain.Sources;

namespace ClaimTracker.Api.Features.Evidence;

/// <summary>A new evidence record, its source, and what it says about a claim: what both ways of attaching evidence take.</summary>
internal abstract record EvidenceAttachment : EvidenceBody
{
    public EvidenceSource? Source { get; init; }

    public Stance? Stance { get; init; }

    /// <summary>The evidence set: members of a set are needed together, sets are alternatives.</summary>
    public int? Set { get; init; }

    /// <summary>The question that the evidence answers.</summary>
    public string? Question { get; init; }

    public string? AnswerType { get; init; }
}

/// <summary>A source that exists, by its id; or one that is made, unless its address is known.</summary>
internal sealed record EvidenceSource : SourceBody
{
    public long? Id { get; init; }
}

internal abstract class EvidenceAttachmentValidator<T> : Validator<T>
    where T : EvidenceAttachment
{
    protected EvidenceAttachmentValidator()
    {
        Include(EvidenceBodyValidator.Instance);
        RuleFor(static e => e.Source).Present();
        RuleFor(static e => e.Source!).SetValidator(SourceBodyValidator.Instance).When(static e => e.Source is { Id: null });
        RuleFor(static e => e.Source)
            .Must(static source => source is not { Id: not null } || source == new EvidenceSource { Id = source.Id })
            .WithMessage("must be an id, or the members of a new source, not both");
        RuleFor(static e => e.Stance).Present();
        RuleFor(static e => e.Set).GreaterThan(0).WithMessage("must be a number from 1");
        RuleFor(static e => e.Question).Optional(Limits.Text);
        RuleFor(static e => e.AnswerType).Optional(Limits.Text);
    }
}

/// <summary>Writes the record, its source and its link.</summary>
internal static class EvidenceAttachments
{
    private const string OwnArticleSql = """
        select a.id
        from articles a
        join sources s on s.url_key = a.url_key
        where s.id = @source
            and exists (
                select 1
                from sentence_claims l
                join sentences t on t.id = l.sentence_id
                where l.claim_id = @claim and t.article_id = a.id)
        """;

    private const string InsertSql = """
        insert into evidence (
            source_id, excerpt, locator_page, locator_timestamp, locator_section, locator_cell, note, created_by, created_at, updated_at)
        values (@source, @Excerpt, @Page, @Timestamp, @Section, @Cell, @Note, @Actor, @Now, @Now)
        returning id
        """;

    public static async Task<long> InsertAsync(Change change, long claim, EvidenceAttachment evidence)
    {
        var source = await SourceAsync(change, evidence.Source!);
        await RefuseOwnArticleAsync(change, source, claim);
        var locator = evidence.Locator ?? new Locator();
        var id = await change.InsertAsync(InsertSql, new
        {
            source,
            evidence.Excerpt,
            locator.Page,
            locator.Timestamp,
            locator.Section,
            locator.Cell,
            evidence.Note,
            Actor = change.Actor.Name,
            change.Now,
        });
        await change.RecordAsync(EventKind.EvidenceCreated, Subject.Evidence(id), before: null, after: new { source, evidence.Excerpt, locator, evidence.Note });
        await EvidenceLinkRow.WriteAsync(change, id, new EvidenceLink
        {
            ClaimId = claim,
            Stance = evidence.Stance!.Value,
            Set = evidence.Set,
            Note = null,
            Question = evidence.Question,
            AnswerType = evidence.AnswerType,
        });
        return id;
    }

    /// <summary>An article is no source for its own claims.</summary>
    public static async Task RefuseOwnArticleAsync(ReadTx tx, long source, long claim)
    {
        if (await tx.FirstAsync<long?>(OwnArticleSql, new { source, claim }) is { } article)
        {
            throw Problem.Conflict($"Article {article} makes claim {claim}: it is no source for its own claims.", Subject.Article(article).Address);
        }
    }

    private static async Task<long> SourceAsync(Change change, EvidenceSource source)
    {
        if (source.Id is not { } id)
        {
            return (await SourceWriter.FindOrInsertAsync(change, source)).Id;
        }

        return await SourceReader.FindAsync(change, id) is null ? throw Problem.Invalid("source.id", $"must be a source that exists; there is no source {id}") : id;
    }
}
