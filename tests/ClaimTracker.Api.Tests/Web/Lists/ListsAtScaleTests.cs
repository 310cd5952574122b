namespace ClaimTracker.Api.Tests.Web.Lists;

/// <summary>Whether few rows of a big list pass or most, a filter finds them all, in any order.</summary>
public sealed class ListsAtScaleTests(SkewedDesk desk) : IClassFixture<SkewedDesk>
{
    private const int Few = 3;
    private const int Many = SkewedDesk.Rows - Few;
    private const int OnDesk = SkewedDesk.Rows / 2;
    private const string Newest = "updatedSince=2026-02-21T19:50:00Z";
    private const string AllButOldest = "updatedSince=2026-02-01T01:00:00Z";

    [Theory]
    [InlineData("externalApp=few", Few)]
    [InlineData("externalApp=many", Many)]
    [InlineData("externalId=c5", 1)]
    [InlineData("externalApp=many&externalId=c5", 1)]
    [InlineData("externalApp=few&externalId=c5", 0)]
    [InlineData("fields.topic=few", Few)]
    [InlineData("fields.topic=many", Many)]
    [InlineData("list=1", Few)]
    [InlineData("list=2", Many)]
    [InlineData("list=3", Few)]
    [InlineData("list=4", Many)]
    [InlineData("list=1&language=en", 0)]
    [InlineData("list=4&fields.topic=few", 0)]
    [InlineData("list=3&tag=few&fields.topic=few&externalApp=few", Few)]
    [InlineData("list=4&tag=many&fields.topic=many&externalApp=many", Many)]
    [InlineData(Newest, 11)]
    [InlineData(AllButOldest, 29_941)]
    public Task Claims(string filter, int expected) =>
        AssertAsync($"/claims?{filter}", expected, "id", "-updatedAt", "updatedAt", "priority");

    [Theory]
    [InlineData("list=1", 0)]
    [InlineData("list=2", Many)]
    [InlineData("list=3", 0)]
    [InlineData("list=4", Many)]
    [InlineData("reviewDue=past", 14_997)]
    [InlineData("asOf=2026-02-01T00:20:00Z", 14)]
    [InlineData("asOf=2026-03-01T00:00:00Z", 29_994)]
    [InlineData("claimant=few", 0)]
    [InlineData("claimant=many", Many)]
    [InlineData("author=few", Few)]
    [InlineData(Newest, 11)]
    [InlineData(AllButOldest, 29_941)]
    public Task Verdicts(string filter, int expected) => AssertAsync($"/verdicts?{filter}", expected, "id", "-updatedAt", "updatedAt");

    [Theory]
    [InlineData("publisher=few", Few)]
    [InlineData("publisher=many", OnDesk - Few)]
    [InlineData("publisher=many&archived=any", Many)]
    [InlineData("publisher=few&archived=true", 0)]
    [InlineData("from=1999&to=1999", Few)]
    [InlineData("from=2026", OnDesk - Few)]
    [InlineData("to=2026-02-02", Few)]
    [InlineData("to=2026-02", OnDesk)]
    [InlineData("externalApp=few", Few)]
    [InlineData("externalApp=many", OnDesk - Few)]
    [InlineData("externalId=a20000", 1)]
    [InlineData("externalApp=many&externalId=a20000", 1)]
    [InlineData("externalApp=few&externalId=a20000", 0)]
    [InlineData("assignee=few", Few)]
    [InlineData("assignee=many", 7_499)]
    [InlineData("assignee=none", 7_498)]
    [InlineData("archived=true", SkewedDesk.Rows - OnDesk)]
    [InlineData("archived=any", SkewedDesk.Rows)]
    [InlineData("fields.topic=few", Few)]
    [InlineData("fields.topic=many", OnDesk - Few)]
    [InlineData("publisher=few&from=1999&fields.topic=few", Few)]
    [InlineData("publisher=many&fields.topic=few", 0)]
    [InlineData(Newest, 11)]
    [InlineData(AllButOldest, OnDesk)]
    public Task Articles(string filter, int expected) =>
        AssertAsync($"/articles?{filter}", expected, "id", "-updatedAt", "updatedAt", "deadline");

    [Theory]
    [InlineData("publisher=few", Few)]
    [InlineData("publisher=many", Many)]
    [InlineData("medium=video", Few)]
    [InlineData("medium=pdf", Many)]
    [InlineData("medium=pdf,video", SkewedDesk.Rows)]
    [InlineData("kind=expert", Few)]
    [InlineData("kind=primary", Many)]
    [InlineData("publisher=many&kind=primary&medium=pdf", Many)]
    [InlineData("publisher=few&kind=expert&medium=pdf", 0)]
    [InlineData("fields.topic=few", Few)]
    [InlineData("fields.topic=many", Many)]
    [InlineData(Newest, 11)]
    [InlineData(AllButOldest, 29_941)]
    public Task Sources(string filter, int expected) => AssertAsync($"/sources?{filter}", expected, "id", "-updatedAt", "updatedAt");

    [Theory]
    [InlineData("sourceId=1", Few)]
    [InlineData("sourceId=2", 19_998)]
    [InlineData("sourceId=1,2", 20_001)]
    [InlineData("claimId=1", 1)]
    [InlineData("claimId=10", 29_991)]
    [InlineData("claimId=10&stance=supports", 29_991)]
    [InlineData("claimId=10&stance=refutes", 0)]
    [InlineData("stance=refutes", Few)]
    [InlineData("stance=supports", Many)]
    [InlineData("articleId=1", 1)]
    [InlineData("articleId=10", 29_991)]
    [InlineData("articleId=2&sourceId=2", 0)]
    [InlineData(Newest, 11)]
    [InlineData(AllButOldest, 29_941)]
    public Task Evidence(string filter, int expected) => AssertAsync($"/evidence?{filter}", expected, "id", "-updatedAt", "updatedAt");

    [Theory]
    [InlineData("subject=claim/1", Few)]
    [InlineData("subject=claim/25", 300)]
    [InlineData("subject=claim/1&author=many", 0)]
    [InlineData("subject=claim/25&author=many&state=resolved", 200)]
    [InlineData("state=open", Few)]
    [InlineData("state=resolved", Many)]
    [InlineData("author=few", Few)]
    [InlineData("author=many", 19_998)]
    [InlineData("mention=few", Few)]
    [InlineData("mention=many", Many)]
    [InlineData("mention=none", 0)]
    [InlineData(Newest, 11)]
    [InlineData(AllButOldest, 29_941)]
    public Task Comments(string filter, int expected) => AssertAsync($"/comments?{filter}", expected, "id", "-updatedAt", "updatedAt");

    [Theory]
    [InlineData("actor=few", Few)]
    [InlineData("actor=many", Many)]
    [InlineData("kind=verdict.retracted", Few)]
    [InlineData("kind=claim.edited", Many)]
    [InlineData("kind=verdict.retracted,claim.edited", SkewedDesk.Rows)]
    [InlineData("actor=few&kind=verdict.retracted", Few)]
    [InlineData("actor=many&kind=verdict.retracted", 0)]
    [InlineData("actor=many&kind=claim.edited", Many)]
    [InlineData("from=2026-02-21&to=2026-02-21", 1_201)]
    [InlineData("from=2026-02-02&to=2026-02-28", 28_561)]
    [InlineData("actor=few&from=2026-02-01", Few)]
    [InlineData("subject=claim/7", 1)]
    [InlineData("subject=claim/7&actor=many", 1)]
    [InlineData("subject=claim/7&actor=few&kind=claim.edited", 0)]
    public Task History(string filter, int expected) => AssertAsync($"/history?{filter}", expected, "seq", "-seq");

    private async Task AssertAsync(string list, int expected, params string[] sorts)
    {
        foreach (var sort in sorts)
        {
            var page = await desk.Host.Api.GetAsync($"{list}&sort={sort}&count=true&limit=7");

            Assert.Equal((expected, Math.Min(expected, 7)), ((int)page.Json["total"]!, page.Items.Count));
        }
    }
}
