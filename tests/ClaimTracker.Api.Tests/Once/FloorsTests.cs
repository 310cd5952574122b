namespace ClaimTracker.Api.Tests.Architecture;

/// <summary>
/// The floors of the service: Program uses Commands, Commands use Host, Host uses Features, Features use Domain, and Domain uses Web. No
/// arrow points up, and inside a floor no two folders use each other.
/// </summary>
public sealed class FloorsTests
{
    private static readonly string[] Floors = [FolderArrows.Root, "Commands", "Host", "Features", "Domain", "Web"];

    private static readonly FolderArrows Api = FolderArrows.Of("src/ClaimTracker.Api");

    [Fact]
    public void No_arrow_points_to_a_higher_floor()
    {
        Assert.All(Floors, static floor => Assert.Contains(Api.Folders, folder => FloorOf(folder) == floor));
        Assert.True(Api.Arrows.Count > 100, $"Only {Api.Arrows.Count} arrows were found.");
        Assert.Empty(
            Api.Arrows.Where(static arrow => Array.IndexOf(Floors, FloorOf(arrow.To)) < Array.IndexOf(Floors, FloorOf(arrow.From)))
                .Select(static arrow => arrow.ToString()));
    }

    [Fact]
    public void No_two_folders_use_each_other()
    {
        Assert.InRange(Api.Folders.Count, 38, 80);
        Assert.True(Api.Circles is [], string.Join('\n', Api.Circles));
    }

    [Fact]
    public void A_feature_uses_no_other_feature()
    {
        var features = Api.Folders.Where(static folder => folder.StartsWith("Features/", StringComparison.Ordinal)).ToList();

        Assert.InRange(features.Count, 11, 30);
        Assert.Empty(
            Api.Arrows.Where(static arrow => FloorOf(arrow.From) == "Features" && FloorOf(arrow.To) == "Features")
                .Select(static arrow => arrow.ToString()));
    }

    private static string FloorOf(string folder) => folder.Split('/')[0];
}
