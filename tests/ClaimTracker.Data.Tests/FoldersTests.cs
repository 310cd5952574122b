namespace ClaimTracker.Data.Tests;

/// <summary>The folders of Data: backups and copies use the engines, the engines use the root, and no two use each other.</summary>
public sealed class FoldersTests
{
    private static readonly FolderArrows Data = FolderArrows.Of("src/ClaimTracker.Data");

    [Fact]
    public void No_two_folders_use_each_other()
    {
        Assert.InRange(Data.Folders.Count, 5, 20);
        Assert.True(Data.Circles is [], string.Join('\n', Data.Circles));
    }

    [Fact]
    public void The_root_uses_no_folder_and_the_engines_do_not_use_each_other()
    {
        Assert.Contains(Data.Arrows, static arrow => arrow is { From: "Sqlite", To: FolderArrows.Root });
        Assert.DoesNotContain(Data.Arrows, static arrow => arrow.From == FolderArrows.Root);
        Assert.DoesNotContain(
            Data.Arrows, static arrow => arrow is { From: "Sqlite", To: "Postgres" } or { From: "Postgres", To: "Sqlite" });
    }
}
