using ClaimTracker.Api.Domain.Sources;
using ClaimTracker.Api.Features.Exports;
using ClaimTracker.Api.Tests.Hosting;
using ClaimTracker.Data;
using Microsoft.Extensions.DependencyInjection;

namespace ClaimTracker.Api.Tests.Features.Exports;

/// <summary>The groups of rows that an export is read in.</summary>
public sealed class ExportReaderTests(ApiHost host) : IClassFixture<ApiHost>
{
    [Fact]
    public async Task No_further_group_is_read_once_the_key_of_the_export_was_revoked()
    {
        var user = await host.Api.GivenAsync("/users", new { name = "Of a long export", role = "reader" });
        var key = await host.Api.GivenAsync($"/users/{user}/keys", new { label = "export" });
        var actor = new Actor("Of a long export", Role.Reader) { UserId = user, KeyId = key };
        Assert.NotEmpty(await GroupsAsync(actor));

        await host.Api.DeleteAsync($"/users/{user}/keys/{key}");
        var refused = await Assert.ThrowsAsync<ProblemException>(() => GroupsAsync(actor));

        Assert.Equal(ProblemType.Unauthorized, refused.Type);
    }

    private async Task<IReadOnlyList<int>> GroupsAsync(Actor actor)
    {
        var sizes = new List<int>();
        var db = host.Services.GetRequiredService<Db>();
        var groups = ExportReader.ReadAsync(
            db,
            host.Time,
            SourceColumns.List,
            [SourceColumns.List.Columns[0]],
            (tx, present) => new SourceFilter().FilterAsync(tx, present),
            actor,
            CancellationToken.None);
        await foreach (var group in groups)
        {
            sizes.Add(group.Count);
        }

        return sizes;
    }
}
