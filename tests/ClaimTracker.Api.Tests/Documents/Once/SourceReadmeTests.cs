using System.Text.RegularExpressions;
using ClaimTracker.Api.Tests.Architecture;

namespace ClaimTracker.Api.Tests.Documents;

/// <summary>src/README.md, the guide for developers, is true.</summary>
public sealed partial class SourceReadmeTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private static readonly string Floors = DocumentPage.Source.Section("Floors");

    [Fact]
    public void Every_project_stands_in_the_table_and_the_table_names_no_other() =>
        Assert.Equal(Folders("src"), Named(Floors.Split("In `ClaimTracker.Api`")[0]), StringComparer.Ordinal);

    [Fact]
    public void Every_floor_of_the_service_stands_in_the_table_and_the_table_names_no_other() =>
        Assert.Equal(Folders("src/ClaimTracker.Api"), Named(Floors.Split("In `ClaimTracker.Api`")[1]), StringComparer.Ordinal);

    [Fact]
    public void Every_type_and_method_that_it_explains_is_in_the_source()
    {
        var names = Named(DocumentPage.Source.Section("A use case")).ToList();

        Assert.NotEmpty(names);
        Assert.All(names, static name =>
        {
            var declared = new Regex($@"\b(class|record) {name}\b|> {name}<", RegexOptions.None, Patience);
            Assert.True(SourceFile.Under("src/ClaimTracker.Api/").Any(file => declared.IsMatch(file.Text)), name);
        });
    }

    /// <summary>The folders right below a path that have source files.</summary>
    private static IEnumerable<string> Folders(string path) => SourceFile.Under(path + "/")
        .Select(file => file.Path[(path.Length + 1)..].Split('/')).Where(static parts => parts.Length > 1)
        .Select(static parts => parts[0]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Named(string text) => FirstCell().Matches(text).Select(static m => m.Groups["name"].Value)
        .Where(static name => !name.EndsWith(".cs", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    [GeneratedRegex(@"^\| `(?<name>[\w.]+)` \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FirstCell();
}
