using System.Text.RegularExpressions;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Documents;

/// <summary>db/README.md and db/HISTORY.md, the guides to the database, are true.</summary>
public sealed partial class DbReadmeTests(ApiHost host) : IClassFixture<ApiHost>
{
    private const string ColumnsSql = """
        select t.name || '.' || c.name
        from sqlite_schema t
        join pragma_table_info(t.name) c
        where t.type in ('table', 'view') and t.name not like 'sqlite_%' and t.name <> 'SchemaVersions'
            and t.name not in (select name from pragma_table_list where type in ('virtual', 'shadow'))
        order by 1
        """;

    [Fact]
    public async Task Every_table_and_column_is_explained_and_no_other()
    {
        var columns = await host.Db.ReadAsync(static tx => tx.ListAsync<string>(ColumnsSql), CancellationToken.None);

        Assert.NotEmpty(columns);
        Assert.Equal(columns.Order(StringComparer.Ordinal), Explained().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_kind_of_event_stands_in_the_table_and_the_table_names_no_other()
    {
        var text = DocumentPage.History.Section("The history").Split("\n### ")[0];
        var documented = KindInText().Matches(text).Select(static m => m.Groups["kind"].Value);
        Assert.NotEmpty(EventKind.All);
        Assert.Equal(
            EventKind.All.Select(static kind => kind.Name).Order(StringComparer.Ordinal),
            documented.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Explained() =>
        from section in DocumentPage.Database.Text.Split("\n### ").Skip(1)
        let table = section[..section.IndexOf('\n', StringComparison.Ordinal)]
        from row in Row().Matches(section.Split("\n## ")[0])
        from column in row.Groups["columns"].Value.Split(", ")
        where column != "column"
        select $"{table}.{column}";

    [GeneratedRegex(@"^\| (?<columns>[a-z_0-9, ]+?) \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Row();

    [GeneratedRegex(@"`(?<kind>[a-z_]+\.([a-z_]+ed|expires|withdrawn))`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex KindInText();
}
