using System.Text.RegularExpressions;
using ClaimTracker.Api.Tests.Architecture;

namespace ClaimTracker.Api.Tests.Documents;

/// <summary>tests/README.md, the guide to the tests, is true.</summary>
public sealed partial class TestsReadmeTests
{
    [Fact]
    public void Every_promise_names_tests_that_there_are_and_the_variable_that_they_read()
    {
        var tests = SourceFile.Under("tests/ClaimTracker.Api.Tests/");
        var commands = PromiseCommand().Matches(DocumentPage.Tests.Section("Promises")).ToList();

        Assert.True(commands.Count > 10);
        Assert.All(commands, command =>
        {
            var files = command.Groups["tests"].Value.Split("\\|").Select(name => Assert.Single(tests, file => file.Name == name)).ToList();
            Assert.Contains(command.Groups["variable"].Value, files[0].Text, StringComparison.Ordinal);
        });
    }

    [GeneratedRegex("`((?<variable>[A-Z_]+)=\\w+ )?T \"?(?<tests>[A-Za-z|\\\\]+)\"?`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PromiseCommand();
}
