using ClaimTracker.Api.Tests.Faults;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Web.OpenApi;

/// <summary>
/// A TypeScript client whose types are generated from the document does the main job. A member that is described as another type, as
/// always there or as never null is found by its compiler or by its run.
/// </summary>
public sealed class TypedClientTests(ApiHost host) : IClassFixture<ApiHost>
{
    private static readonly string Sources = Path.Combine(Repository.Root, "tests/ClaimTracker.Api.Tests/Web/OpenApi/Client");

    [Needs("node", "npm", NeedsAttribute.NpmRegistry)]
    public async Task A_generated_client_compiles_and_goes_from_an_article_to_an_export()
    {
        var folder = Scratch.NewFolder("client").FullName;
        foreach (var file in Directory.EnumerateFiles(Sources))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        Task NpmAsync(params string[] arguments) => Shell.RunAsync("npm", ["--prefix", folder, .. arguments]);
        await NpmAsync("ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline");
        await NpmAsync("run", "types", "--", new Uri(host.Stranger.BaseAddress!, "/openapi/v1.json").ToString());
        await NpmAsync("run", "check");
        await NpmAsync("run", "loop", "--", host.Stranger.BaseAddress!.ToString(), ApiHost.Key);
    }
}
