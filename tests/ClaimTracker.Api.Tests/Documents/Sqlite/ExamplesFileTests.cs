namespace ClaimTracker.Api.Tests.Documents.Sqlite;

/// <summary>
/// http/examples.json is what a run of the .http files sent and got. On SQLite, since a sequence of PostgreSQL leaves out the numbers of
/// what was refused: the ids are others there, and nothing else.
/// </summary>
public sealed class ExamplesFileTests(HttpFilesRun run) : IClassFixture<HttpFilesRun>
{
    [Fact]
    public async Task The_examples_of_the_document_are_what_the_files_sent_and_got()
    {
        var examples = HttpExamples.Of(run.Routes, run.Outcomes);
        if (HttpExamples.AreToBeWritten)
        {
            await File.WriteAllTextAsync(Path.Combine(Repository.Root, HttpExamples.File), examples);
        }

        Assert.True(examples == Repository.Read(HttpExamples.File), $"{HttpExamples.File} is old. {HttpExamples.HowToWrite}");
    }
}
