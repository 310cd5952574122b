namespace ClaimTracker.Text.Tests;

public sealed class FolderArrowsTests
{
    private static readonly (string Path, string Text) Shape =
        ("Shapes/Circle.cs", "namespace House.Shapes;\ninternal sealed class Circle { }");

    [Fact]
    public void Two_folders_that_use_each_other_are_a_circle()
    {
        var arrows = FolderArrows.Between(
            ("Up/A.cs", "using House.Down;\nnamespace House.Up;\npublic sealed record A(B Other);"),
            ("Down/B.cs", "using House.Up;\nnamespace House.Down;\npublic sealed record B(A Other);"));

        Assert.Equal(["Up -> Down (A.cs names B); Down -> Up (B.cs names A)"], arrows.Circles);
    }

    [Fact]
    public void A_circle_of_three_is_found_and_a_folder_above_it_is_no_part_of_it()
    {
        var arrows = FolderArrows.Between(
            ("Top.cs", "namespace House;\nclass Top { A.First x; }"),
            ("A/First.cs", "namespace House.A;\nclass First { B.Second x; }"),
            ("B/Second.cs", "namespace House.B;\nclass Second { C.Third x; }"),
            ("C/Third.cs", "namespace House.C;\nclass Third { A.First x; }"));

        Assert.Equal(4, arrows.Arrows.Count);
        Assert.DoesNotContain(FolderArrows.Root, Assert.Single(arrows.Circles).Split(' '));
    }

    [Theory]
    [InlineData("using House.Shapes;\nnamespace House.Paint;\nclass Brush(Circle circle);")]
    [InlineData("using House.Shapes;\nnamespace House.Paint;\nclass Brush { int Size => Circle.Most; }")]
    [InlineData("namespace House.Paint;\nclass Brush : Shapes.Circle;")]
    [InlineData("namespace House.Shapes.Paint;\nclass Brush { List<Circle?> all; }")]
    [InlineData("using static House.Shapes.Circle;\nnamespace House.Paint;\nclass Brush;")]
    [InlineData("using House.Shapes;\nnamespace House.Paint;\nclass Brush { string Name => $\"{Circle.Name} and {1}\"; }")]
    public void A_type_is_used_where_the_compiler_sees_it(string text) =>
        Assert.Equal("Paint -> Shapes (Brush.cs names Circle)", Assert.Single(With(text).Arrows).ToString());

    [Theory]
    [InlineData("using House.Shapes;\nnamespace House.Paint;\nclass Brush { } // a Circle")]
    [InlineData("using House.Shapes;\nnamespace House.Paint;\n/// <summary>A <see cref=\"Circle\"/>.</summary>\nclass Brush { }")]
    [InlineData("using House.Shapes;\nnamespace House.Paint;\nclass Brush { string name = \"https://Circle\"; char c = '\"'; }")]
    [InlineData("using House.Shapes;\nnamespace House.Paint;\nclass Brush { string name = \"\"\"\nCircle \" Circle\n\"\"\"; }")]
    [InlineData("using House.Shapes;\nnamespace House.Paint;\nclass Brush { int x = Kind.Circle; }")]
    [InlineData("namespace House.Paint;\nclass Brush { int Circle { get; } }")]
    public void A_comment_a_string_and_a_member_of_the_same_name_use_no_type(string text) =>
        Assert.Empty(With(text).Arrows);

    [Fact]
    public void A_call_of_an_extension_method_uses_its_folder()
    {
        var arrows = FolderArrows.Between(
            ("Shapes/Corners.cs", "namespace House.Shapes;\nstatic class Corners { public static int Round(this int size) => size; }"),
            ("Paint/Brush.cs", "using House.Shapes;\nnamespace House.Paint;\nclass Brush { int Size => 3.Round(); }"));

        Assert.Equal("Paint -> Shapes (Brush.cs names Round)", Assert.Single(arrows.Arrows).ToString());
    }

    [Fact]
    public void A_global_using_counts_in_every_file()
    {
        var arrows = FolderArrows.Between(
            Shape,
            ("Usings.cs", "global using House.Shapes;"),
            ("Paint/Brush.cs", "namespace House.Paint;\nclass Brush(Circle circle);"));

        Assert.Equal("Paint -> Shapes (Brush.cs names Circle)", Assert.Single(arrows.Arrows).ToString());
    }

    private static FolderArrows With(string text) => FolderArrows.Between(Shape, ("Paint/Brush.cs", text));
}
