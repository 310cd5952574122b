namespace ClaimTracker.Api.Domain.Evidence;

/// <summary>The words by which evidence is found, in the form for comparison.</summary>
/// <param name="WordsKey">Those that may be shown outside the desk: the excerpt, its place, and the public note.</param>
/// <param name="NoteKey">Those of the desk for itself.</param>
internal sealed record EvidenceWords(string WordsKey, string? NoteKey)
{
    /// <summary>Records in one write.</summary>
    private const int RecordsAtOnce = 500;

    private const string WithoutSql = """
        select id, excerpt, locator_page, locator_timestamp, locator_section, locator_cell, note, public_note
        from evidence
        where words_key is null
        order by id
        limit @RecordsAtOnce + 0
        """;

    private const string FillSql = """
        update evidence
        set words_key = @WordsKey,
            note_key = @NoteKey
        where id = @Id and words_key is null
        """;

    /// <summary>The words of a record. A line break is in no key, so what is asked for never runs from one text into the next.</summary>
    public static EvidenceWords Of(EvidenceBody evidence)
    {
        var locator = evidence.Locator;
        string?[] texts =
            [evidence.Excerpt, locator?.Page, locator?.Timestamp, locator?.Section, locator?.Cell, evidence.PublicNote];
        return new EvidenceWords(string.Join('\n', texts.OfType<string>().Select(TextKey.Of)), TextKey.Of(evidence.Note));
    }

    /// <summary>Fills in the words of records that an older version wrote.</summary>
    public static async Task FillAsync(Db db, CancellationToken cancellation)
    {
        while (true)
        {
            var rows = await db.ReadAsync(static tx => tx.ListAsync<WordlessRow>(WithoutSql, new { RecordsAtOnce }), cancellation);
            if (rows.Count == 0)
            {
                return;
            }

            var filled = rows.Select(static row => (row.Id, Words: Of(row.ToBody())))
                .Select(static row => new { row.Id, row.Words.WordsKey, row.Words.NoteKey }).ToList();
            await db.WriteAsync(tx => tx.ExecuteAsync(FillSql, filled));
        }
    }

    private sealed record WordlessRow
    {
        public required long Id { get; init; }

        public required string Excerpt { get; init; }

        public required string? LocatorPage { get; init; }

        public required string? LocatorTimestamp { get; init; }

        public required string? LocatorSection { get; init; }

        public required string? LocatorCell { get; init; }

        public required string? Note { get; init; }

        public required string? PublicNote { get; init; }

        public EvidenceBody ToBody() => new()
        {
            Excerpt = Excerpt,
            Locator = new() { Page = LocatorPage, Timestamp = LocatorTimestamp, Section = LocatorSection, Cell = LocatorCell },
            Note = Note,
            PublicNote = PublicNote,
        };
    }
}
