namespace ClaimTracker.Text.Tests;

/// <summary>The layout of the library: facades at the root, folders below them, one namespace for users.</summary>
public sealed class FoldersTests
{
    private static readonly FolderArrows Text = FolderArrows.Of("src/ClaimTracker.Text");

    [Fact]
    public void No_two_folders_use_each_other()
    {
        Assert.Equal(24, Text.Folders.Count);
        Assert.True(Text.Circles is [], string.Join('\n', Text.Circles));
    }

    [Fact]
    public void The_root_uses_the_folders_and_no_folder_uses_the_root()
    {
        Assert.Contains(Text.Arrows, static arrow => arrow is { From: FolderArrows.Root, To: "Basics" });
        Assert.DoesNotContain(Text.Arrows, static arrow => arrow.To == FolderArrows.Root);
    }

    [Fact]
    public void Public_types_share_one_namespace_and_internal_types_have_that_of_a_folder()
    {
        var types = typeof(ArticleParser).Assembly.GetTypes()
            .Where(static type => !type.IsNested && type.Namespace?.StartsWith("ClaimTracker.", StringComparison.Ordinal) == true)
            .ToList();

        Assert.InRange(types.Count, 80, 320);
        Assert.All(types, static type => Assert.Equal(type.IsPublic, type.Namespace == "ClaimTracker.Text"));
    }
}
