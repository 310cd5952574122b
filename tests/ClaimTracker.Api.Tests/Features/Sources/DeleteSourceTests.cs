using System.Net;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.Sources;

public sealed class DeleteSourceTests(ApiHost host) : IClassFixture<ApiHost>
{
    private readonly ApiDriver _api = host.Api;

    [Fact]
    public async Task A_deleted_source_is_gone_and_its_address_is_free()
    {
        var source = await _api.GivenAsync("/sources", new { url = "https://deleted.example/" });

        var answer = await _api.DeleteAsync($"/sources/{source}");

        Assert.Equal(HttpStatusCode.NoContent, answer.Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _api.GetAsync($"/sources/{source}")).Status);
        Assert.Equal(HttpStatusCode.Created, (await _api.PostAsync("/sources", new { url = "https://deleted.example/" })).Status);
        Assert.Equal(["source.created", "source.deleted"], await host.KindsAsync($"source/{source}"));
    }

    [Fact]
    public async Task A_source_of_evidence_is_not_deleted()
    {
        var evidence = await _api.GivenEvidenceAsync(await _api.GivenClaimAsync(), "https://used.example/");
        var source = (long)(await _api.GetAsync($"/evidence/{evidence}")).Json["source"]!["id"]!;

        var answer = await _api.DeleteAsync($"/sources/{source}");

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Equal($"/api/v1/evidence/{evidence}", (string)answer.Json["existing"]!);
        Assert.Equal(HttpStatusCode.OK, (await _api.GetAsync($"/sources/{source}")).Status);
    }

    [Fact]
    public async Task A_missing_source_is_not_found() =>
        Assert.Equal(HttpStatusCode.NotFound, (await _api.DeleteAsync("/sources/999999", "*")).Status);
}
