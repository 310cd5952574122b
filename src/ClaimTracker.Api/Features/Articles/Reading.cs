namespace ClaimTracker.Api.Features.Articles;

/// <summary>How the text of a version was read.</summary>
internal sealed record ReadingResponse
{
    /// <summary>
    /// What told the article from the rest: named_body, article, main, weight (of its prose), structured_data, text (its words alone),
    /// draft (all of it), document (a format without furniture).
    /// </summary>
    public required string Method { get; init; }

    /// <summary>How sure that is, 0 to 1.</summary>
    public required double Confidence { get; init; }

    /// <summary>Where the title is from: headline, json-ld, meta, title.</summary>
    public required string? TitleFrom { get; init; }

    /// <summary>Where the byline is from: byline, json-ld, meta.</summary>
    public required string? BylineFrom { get; init; }

    /// <summary>Where the date is from: shown, json-ld, meta, time.</summary>
    public required string? DateFrom { get; init; }

    /// <summary>Where the language is from: given, declared, detected.</summary>
    public required string? LanguageFrom { get; init; }

    /// <summary>The blocks that were set apart although they hold a full sentence, in the order of the text; at most 500.</summary>
    public required IReadOnlyList<SetApartBlock> Warnings { get; init; }

    /// <summary>What a document had struck out by a tracked change, in the order of the text.</summary>
    public required IReadOnlyList<DeletedWords> Deleted { get; init; }

    /// <summary>Parts of a file that were not read, each in a few words: attachments of a mail, pages of a PDF.</summary>
    public required IReadOnlyList<string> LeftOut { get; init; }

    /// <summary>The report of a text that was read.</summary>
    public static ReadingResponse Of(ReadArticle read)
    {
        var report = read.Report;
        var texts = CodePoints.Slices(read.Text, report.Warnings.Select(w => (read.Blocks[w.Block].Start, read.Blocks[w.Block].End)));
        return new ReadingResponse
        {
            Method = report.Method,
            Confidence = report.Confidence,
            TitleFrom = report.TitleFrom,
            BylineFrom = report.BylineFrom,
            DateFrom = report.DateFrom,
            LanguageFrom = report.LanguageFrom,
            LeftOut = report.LeftOut,
            Deleted = [.. report.Deleted.Select(static d => new DeletedWords(d.Block, d.Start, d.Text, d.Author, d.At))],
            Warnings =
            [
                .. report.Warnings.Zip(texts, static (warning, text) =>
                    new SetApartBlock { Kind = warning.Kind, Block = warning.Block, Text = text }),
            ],
        };
    }

    /// <summary>The same for blocks some of which have other types: what became prose is not set apart.</summary>
    public ReadingResponse Over(IReadOnlyList<TextBlock> blocks) =>
        this with { Warnings = [.. Warnings.Where(w => !blocks[w.Block].Type.HasSentences())] };

    /// <summary>Checks whether another reading set apart all that this one does.</summary>
    public bool SetsApartNoMoreThan(ReadingResponse? other) =>
        !Warnings.Select(static w => w.Text).Except((other?.Warnings ?? []).Select(static w => w.Text), StringComparer.Ordinal).Any();
}

/// <summary>Words that a tracked change took out: they are no part of the text.</summary>
/// <param name="Block">The ordinal of the block that they stood in.</param>
/// <param name="Start">Where they stood, in code points of the text.</param>
/// <param name="Text">The words.</param>
/// <param name="Author">Who took them out, if the document says so.</param>
/// <param name="At">When, if the document says so.</param>
internal sealed record DeletedWords(int Block, int Start, string Text, string? Author, DateTimeOffset? At);

/// <summary>A block that was taken for no part of the article.</summary>
internal sealed record SetApartBlock
{
    /// <summary>Where it stands: hidden, dialog, menu, site, aside, comments, teasers, promotion, or outside the article.</summary>
    public required string Kind { get; init; }

    /// <summary>Its ordinal. PATCH /articles/{id}/blocks/{ordinal} makes a paragraph of it.</summary>
    public required int Block { get; init; }

    public required string Text { get; init; }
}
