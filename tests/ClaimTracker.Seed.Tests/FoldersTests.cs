namespace ClaimTracker.Seed.Tests;

/// <summary>The folders of Seed: the command uses the loader, the loader uses the fakers, and no two use each other.</summary>
public sealed class FoldersTests
{
    private static readonly FolderArrows Seed = FolderArrows.Of("src/ClaimTracker.Seed");

    [Fact]
    public void No_two_folders_use_each_other()
    {
        Assert.InRange(Seed.Folders.Count, 4, 20);
        Assert.Contains(Seed.Arrows, static arrow => arrow is { From: FolderArrows.Root, To: "Loading" });
        Assert.True(Seed.Circles is [], string.Join('\n', Seed.Circles));
    }
}
