using ClaimTracker.Data.Copying;

namespace ClaimTracker.Data.Tests.Copying;

public sealed class CopyOrderTests
{
    [Fact]
    public void A_table_comes_after_those_that_it_refers_to()
    {
        var order = CopyOrder.Of(
            [new("comments", "id", ["users", "verdicts"]), new("verdicts", "id", ["users", "verdicts"]), new("users", "id", [])]);

        Assert.Equal("users verdicts comments", string.Join(' ', order.Select(static table => table.Name)));
    }

    [Fact]
    public void Tables_that_refer_to_each_other_are_refused() =>
        Assert.Throws<NotSupportedException>(static () => CopyOrder.Of([new("a", "id", ["b"]), new("b", "id", ["a"])]));

    [Fact]
    public void The_rows_that_migrations_insert_are_known() =>
        Assert.Equal("rating_scales ratings", string.Join(' ', Migrations.FilledTables().Order(StringComparer.Ordinal)));
}
