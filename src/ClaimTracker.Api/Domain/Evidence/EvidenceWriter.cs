using ClaimTracker.Api.Domain.Sources;

namespace ClaimTracker.Api.Domain.Evidence;

/// <summary>Writes evidence records and their links to claims.</summary>
internal static class EvidenceWriter
{
    private const string OwnArticleSql = "select article_id from own_sources where source_id = @source and claim_id = @claim";

    private const string SourceSql = "select 1 from sources where id = @id";

    private const string InsertSql = """
        insert into evidence (
            source_id, excerpt, locator_page, locator_timestamp, locator_section, locator_cell, note, internal, public_note,
            created_by, created_at, updated_at)
        values (
            @SourceId, @Excerpt, @LocatorPage, @LocatorTimestamp, @LocatorSection, @LocatorCell, @Note, @Internal, @PublicNote,
            @CreatedBy, @CreatedAt, @UpdatedAt)
        returning id
        """;

    private const string LinkSql = """
        insert into claim_evidence (claim_id, evidence_id, stance, set_number, note, question, answer_type, created_at)
        values (@ClaimId, @EvidenceId, @Stance, @SetNumber, @Note, @Question, @AnswerType, @CreatedAt)
        on conflict (claim_id, evidence_id) do update
        set stance = excluded.stance,
            set_number = excluded.set_number,
            note = excluded.note,
            question = excluded.question,
            answer_type = excluded.answer_type
        """;

    /// <summary>Adds a record with its link to a claim, and its source unless that exists, each with its event.</summary>
    /// <exception cref="ProblemException">400: the source does not exist. 409: it is the article that makes the claim.</exception>
    public static async Task<long> InsertAsync(Change change, long claim, EvidenceAttachment evidence)
    {
        var source = await SourceAsync(change, evidence.Source!);
        await RefuseOwnArticleAsync(change, source, claim);
        var locator = evidence.Locator ?? new Locator();
        var isPublic = evidence.Public ?? true;
        var row = new
        {
            SourceId = source,
            evidence.Excerpt,
            LocatorPage = locator.Page,
            LocatorTimestamp = locator.Timestamp,
            LocatorSection = locator.Section,
            LocatorCell = locator.Cell,
            evidence.Note,
            Internal = isPublic ? (bool?)null : true,
            evidence.PublicNote,
            CreatedBy = change.Actor.Name,
            CreatedAt = change.Now,
            UpdatedAt = change.Now,
        };
        var id = await change.InsertAsync(InsertSql, row);
        var after = new { source, evidence.Excerpt, locator, evidence.Note, Public = isPublic, evidence.PublicNote };
        await change.RecordAsync(EventKind.EvidenceCreated, Subject.Evidence(id), before: null, after, known: Known(id, row));
        var link = EvidenceLink.Of(claim, evidence);
        var linkRow = RowOf(change, id, link);
        await change.ApplyAsync(LinkSql, linkRow);
        await change.RecordAsync(EventKind.EvidenceLinked, Subject.Evidence(id), before: null, link, known: Known(id, row, linkRow));
        return id;
    }

    /// <summary>Makes or replaces a link, with its event.</summary>
    public static async Task LinkAsync(Change change, long id, EvidenceLink link, EvidenceLink? before = null)
    {
        await change.ApplyAsync(LinkSql, RowOf(change, id, link));
        await change.RecordAsync(
            before is null ? EventKind.EvidenceLinked : EventKind.EvidenceRelinked, Subject.Evidence(id), before, link);
    }

    /// <summary>Refuses evidence on a claim from an article that makes it: an article is no source for its own claims.</summary>
    /// <exception cref="ProblemException">409.</exception>
    public static async Task RefuseOwnArticleAsync(ReadTx tx, long source, long claim)
    {
        if (await tx.FirstAsync<long?>(OwnArticleSql, new { source, claim }) is { } article)
        {
            throw Problem.Conflict(
                $"Article {article} makes claim {claim}: it is no source for its own claims.", Subject.Article(article).Address);
        }
    }

    private static object RowOf(Change change, long id, EvidenceLink link) => new
    {
        link.ClaimId,
        EvidenceId = id,
        link.Stance,
        SetNumber = link.Set,
        link.Note,
        link.Question,
        link.AnswerType,
        CreatedAt = change.Now,
    };

    private static Dictionary<Subject, string?> Known(long id, object row, params IReadOnlyList<object> links) =>
        new() { [Subject.Evidence(id)] = ContentDigest.OfInserted(Subject.Evidence(id), [row], links) };

    private static async Task<long> SourceAsync(Change change, EvidenceSource source)
    {
        if (source.Id is not { } id)
        {
            return await NewSourceAsync(change, source);
        }

        return await change.AnyAsync(SourceSql, new { id })
            ? id
            : throw Problem.Invalid("source.id", $"must be a source that exists; there is no source {id}");
    }

    // An error of its fields names them under the member that it came in.
    private static async Task<long> NewSourceAsync(Change change, EvidenceSource source)
    {
        try
        {
            return (await SourceWriter.FindOrInsertAsync(change, source)).Id;
        }
        catch (ProblemException refused)
        {
            throw refused.Under("source");
        }
    }
}
