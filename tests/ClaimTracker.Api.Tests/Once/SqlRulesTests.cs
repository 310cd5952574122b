using System.Text.RegularExpressions;
using ClaimTracker.Api.Tests.Architecture;

namespace ClaimTracker.Api.Tests;

/// <summary>Who writes which table, and that no text of a caller becomes SQL.</summary>
public sealed partial class SqlRulesTests
{
    private const string Api = "src/ClaimTracker.Api/";

    /// <summary>A merge of two claims moves the rows of one to the other, in whatever table they are.</summary>
    private static readonly string[] OfMerges = ["Features/Claims/PartsOver.cs", "Features/Claims/PartsBack.cs"];

    /// <summary>The one owner of each table, as the places where its SQL may stand.</summary>
    private static readonly Dictionary<string, string[]> Owners = new(StringComparer.Ordinal)
    {
        ["articles"] = ["Features/Articles/"],
        ["article_versions"] = ["Features/Articles/"],
        ["blocks"] = ["Features/Articles/"],
        ["sentences"] = ["Features/Articles/"],
        ["sentence_positions"] = ["Features/Articles/"],
        ["sentence_scores"] = ["Domain/Sentences/"],
        ["rescorings"] = ["Domain/Sentences/"],
        ["sentence_lineage"] = ["Features/Articles/"],
        ["citations"] = ["Features/Articles/", "Domain/Citations/"], // They come in with versions, and are settled one by one.
        ["claims"] = ["Features/Claims/", "Domain/Claims/", "Domain/Writing/ClaimActivity.cs"], // Evidence makes some; events touch all.
        ["claim_claimants"] = ["Features/Claims/", "Domain/Claims/"],
        ["article_fields"] = ["Domain/Fields/"],
        ["claim_fields"] = ["Domain/Fields/"],
        ["source_fields"] = ["Domain/Fields/"],
        ["claim_relations"] = ["Features/Claims/"],
        ["claim_matches"] = ["Features/Matches/"],
        ["claim_vectors"] = ["Domain/Matching/"],
        ["claim_merges"] = ["Features/Claims/"],
        ["claim_tags"] = ["Features/Claims/", "Domain/Claims/"],
        ["sentence_claims"] = ["Features/Claims/", "Domain/Sentences/"], // And links them; a new version carries them.
        ["former_links"] = ["Features/Claims/"],
        ["sources"] = ["Features/Sources/", "Domain/Sources/"], // A record of evidence may bring its source.
        ["evidence"] = ["Features/Evidence/", "Domain/Evidence/"],
        ["claim_evidence"] = ["Features/Evidence/", "Domain/Evidence/", .. OfMerges],
        ["verdicts"] = ["Features/Verdicts/", "Domain/Judgements/", .. OfMerges],
        ["verdict_evidence"] = ["Domain/Judgements/"],
        ["verdict_writers"] = ["Domain/Judgements/"],
        ["house_verdicts"] = ["Domain/Judgements/"],
        ["comments"] = ["Features/Comments/", "Domain/Comments/", .. OfMerges], // What an editor rejects gets one.
        ["comment_mentions"] = ["Features/Comments/", "Domain/Comments/"],
        ["fields"] = ["Features/Fields/"],
        ["lists"] = ["Features/Lists/"],
        ["list_claims"] = ["Features/Lists/", .. OfMerges],
        ["rating_scales"] = ["Features/RatingScales/"],
        ["ratings"] = ["Features/RatingScales/"],
        ["worthiness_weights"] = ["Features/Settings/"],
        ["events"] = ["Domain/History/"], // Legal erasure blanks what one says.
        ["users"] = ["Domain/Users/", "Domain/Access/"], // Access notes when a key was last used and by whom.
        ["idempotency_keys"] = ["Domain/Writing/"],
        ["indexed_words"] = ["Domain/Search/"],
        ["imported_reviews"] = ["Domain/ImportedReviews/"],
        ["subscriptions"] = ["Domain/Subscriptions/", "Features/Subscriptions/"],
        ["imports"] = ["Features/Imports/"],
        ["import_rows"] = ["Features/Imports/"],
        ["inbox_reads"] = ["Features/Inbox/"],
        ["api_keys"] = ["Domain/Users/", "Domain/Access/"],
    };

    /// <summary>What may stand in the holes of an SQL text: constants, and what Data and Keyset join from constants.</summary>
    private static readonly Regex[] Holes =
    [
        // A constant; the constant test below holds these names to it.
        Whole(@"(\w+Rows?\.|\w+Reader\.|\w+Loader\.|\w+Conditions\.|EventLine\.)?(Sql|Columns|From|\w+Sql)"),
        Whole(@"query\.(Columns|From)|keyset\.OrderBy"), // Paging joins every list from the constants of a PageQuery.
        Whole(@"(filter|conditions)\.Clause\(tx\.Dialect\)"), // Conditions are constants, by the tests below.
    ];

    /// <summary>Files that build SQL of their own, with why that is safe.</summary>
    private static readonly string[] Builders =
    [
        "src/ClaimTracker.Api/Web/Lists/Keyset.cs", // Columns of a SortColumn, which are constants, and < or >.
        "src/ClaimTracker.Api/Domain/History/Projection.cs", // Tables, columns and conditions of Projections, which are constants.
        "src/ClaimTracker.Api/Domain/Search/SearchTable.cs", // Tables and queries of its own, which are constants.
        "src/ClaimTracker.Api/Domain/Reviews/ReviewPages.cs", // Orders of its own, which are constants.
        "src/ClaimTracker.Api/Features/Exports/ExportReader.cs", // Tables and columns of an ExportList, which are constants.
        // Columns that its callers name, which are constants by the test below, and a comparison of its own.
        "src/ClaimTracker.Data/Filter.cs",
        "src/ClaimTracker.Data/Sqlite/SqliteConnections.cs", // Names and values of its own table of settings.
        "src/ClaimTracker.Data/Postgres/PostgresLock.cs", // Numbers that are constants.
        "src/ClaimTracker.Data/Postgres/PostgresServer.cs", // Names of settings that are constants.
        "src/ClaimTracker.Data/Backups/SqliteContents.cs", // Tables as the file itself names them.
        "src/ClaimTracker.Data/Copying/Rows.cs", // Tables, keys and columns as the database names them.
        "src/ClaimTracker.Data/Sqlite/SqliteBulkWriter.cs", // The same.
        "src/ClaimTracker.Data/Postgres/PostgresBulkWriter.cs", // The same.
    ];

    /// <summary>Tables that a migration makes in the place of others, whose names they take.</summary>
    private static readonly string[] SecondForms = ["keys_of_users", "new_comments", "new_fields", "new_imports", "new_import_rows"];

    [Fact]
    public void Every_table_has_one_owner()
    {
        var tables = Directory.GetFiles(Path.Combine(Repository.Root, "db/migrations/sqlite"), "*.sql")
            .SelectMany(static file => CreateTable().Matches(File.ReadAllText(file)).Select(static match => match.Groups["table"].Value))
            .Except(SecondForms, StringComparer.Ordinal)
            .ToList();

        Assert.Equal(tables.Order(StringComparer.Ordinal), Owners.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_table_is_written_by_its_owner_alone()
    {
        var writes = SourceFile.Under("src/")
            .SelectMany(static file => Write().Matches(file.Text).Select(match => (file.Path, Table: match.Groups["table"].Value)))
            .ToList();

        writes.RemoveAll(static write => write.Table == "sqlite_sequence"); // The engine's own.
        Assert.DoesNotContain(writes, static write => !IsOwner(write.Path, write.Table));
        Assert.Equal(
            Owners.Keys.Order(StringComparer.Ordinal),
            writes.Select(static write => write.Table).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void No_SQL_has_anything_in_its_holes_but_constants_and_conditions_joined_from_constants()
    {
        var holes =
            (from file in SourceFile.Under("src/")
             where !Builders.Contains(file.Path, StringComparer.Ordinal)
             from literal in Interpolated().Matches(file.Text)
             where LooksLikeSql().IsMatch(literal.Value)
             from hole in Hole().Matches(literal.Value)
             select (file.Path, Hole: hole.Groups["hole"].Value)).ToList();

        Assert.InRange(holes.Count, 20, 1000);
        Assert.DoesNotContain(holes, static found => !Holes.Any(allowed => allowed.IsMatch(found.Hole)));
    }

    [Fact]
    public void What_goes_into_holes_by_name_is_a_constant()
    {
        var names = SourceFile.Under(Api)
            .SelectMany(static file => SqlMember().Matches(file.Text).Select(match => (file.Path, match.Value)))
            .ToList();

        Assert.InRange(names.Count, 40, 1000);
        Assert.DoesNotContain(names, static member => !member.Value.Contains(" const string ", StringComparison.Ordinal));
    }

    [Fact]
    public void Conditions_are_constant_texts()
    {
        var conditions = SourceFile.Under(Api)
            .Where(static file => !Builders.Contains(file.Path, StringComparer.Ordinal))
            .SelectMany(static file => Condition().Matches(file.Text).Select(match => (file.Path, match.Value)))
            .ToList();

        Assert.InRange(conditions.Count, 20, 1000);
        Assert.DoesNotContain(
            conditions,
            static condition => !condition.Value.EndsWith('"') && !condition.Value.EndsWith("OnPostgres", StringComparison.Ordinal)
                && !condition.Value.EndsWith("Sql", StringComparison.Ordinal));
    }

    [Fact]
    public void Conditions_in_two_forms_are_constant_texts()
    {
        var files = SourceFile.Under(Api).ToList();

        var constant = files.Sum(static file => ConstantAmong().Count(file.Text));

        Assert.InRange(constant, 20, 1000);
        Assert.Equal(files.Sum(static file => Among().Count(file.Text)), constant);
    }

    /// <summary>SQLite fits its plan to the value of a bare parameter, and prepares the statement anew for each value.</summary>
    [Fact]
    public void The_size_of_a_page_is_no_bare_parameter()
    {
        var limits = SourceFile.Under("src/")
            .SelectMany(static file => LimitParameter().Matches(file.Text).Select(match => (file.Path, match.Value)))
            .ToList();

        Assert.InRange(limits.Count, 5, 1000);
        Assert.DoesNotContain(limits, static limit => !limit.Value.EndsWith("+ 0", StringComparison.Ordinal));
    }

    private static bool IsOwner(string path, string table) =>
        Owners.TryGetValue(table, out var places) && places.Any(place => path.StartsWith(Api + place, StringComparison.Ordinal));

    private static Regex Whole(string pattern) => new($"^(?:{pattern})$", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    [GeneratedRegex(@"^create table (?<table>\w+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CreateTable();

    [GeneratedRegex(
        @"\b(insert (or \w+ )?into|delete from|replace into) (?<table>\w+)|\bupdate (?<table>\w+)\s+set\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Write();

    [GeneratedRegex("""
        \$"{3}[\s\S]*?"{3}|\$"(?!")([^"\\{]|\\.|\{[^{}"]*("[^"]*"[^{}"]*)*\})*"
        """, RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Interpolated();

    [GeneratedRegex("""
        (^|")\s*(select|insert into|update|delete from|with|order by|pragma)\s|Sql[ }]
        """, RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LooksLikeSql();

    [GeneratedRegex(@"\{(?<hole>[^{}]+)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Hole();

    [GeneratedRegex(
        @"^ +(public|internal|private)[^\r\n(]* string (Columns|From|OnSqlite|OnPostgres|\w*Sql)\b",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SqlMember();

    [GeneratedRegex(@"\blimit @\w+( \+ 0)?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LimitParameter();

    [GeneratedRegex(@"\.Among\(", RegexOptions.None, 1000)]
    private static partial Regex Among();

    // Whether it is asked for, the column, and the two texts; those named Sql are constants by a test above.
    [GeneratedRegex(
        """
        \.Among\(\s*[^,"]+,(\s*//[^\r\n]*)?\s*(Id|"\w\.(id|seq)"),\s*("{3}[\s\S]*?"{3}|"[^"]*"|\w+Sql),\s*("|\w+Sql,)
        """, RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace, 1000)]
    private static partial Regex ConstantAmong();

    // What a filter is given as SQL: the first argument, and the second of If and of And for two engines.
    [GeneratedRegex(
        """(\.If\([^,\r\n]+, |\.And\(\s*|\.(Equal|AnyOf|From|UpTo|Before|Nest)\(|\.Contains\((?=[^,()]+, (?!StringCompar)))"""
        + """(OnSqlite, OnPostgres|\w+Sql\b|\$|"|\w)""",
        RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex Condition();
}
