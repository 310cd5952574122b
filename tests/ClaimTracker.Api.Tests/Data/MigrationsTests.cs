using ClaimTracker.Data;
using Microsoft.Data.Sqlite;

namespace ClaimTracker.Api.Tests.Data;

public sealed class MigrationsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("claimtracker-migrations-");
    private readonly string _file;

    public MigrationsTests() => _file = TestDatabase.NewFile(_folder);

    [Fact]
    public void A_new_database_gets_every_migration_in_order()
    {
        var ran = Migrations.Run(_file);

        Assert.NotEmpty(ran);
        Assert.Equal(Migrations.Known, ran);
        Assert.Equal("Truth", Ask("select name from rating_scales"));
    }

    [Fact]
    public void Migrating_again_changes_nothing()
    {
        Migrations.Run(_file);
        var before = Ask("select group_concat(sql, ';') from sqlite_schema");

        Assert.Empty(Migrations.Run(_file));

        Assert.Equal(before, Ask("select group_concat(sql, ';') from sqlite_schema"));
    }

    [Fact]
    public void A_database_of_a_newer_version_is_refused_and_left_as_it_is_to_the_byte()
    {
        Migrations.Run(_file);
        Ask("insert into SchemaVersions (ScriptName, Applied) values ('sqlite/9999_from_the_future.sql', '2030-01-01')");
        var before = File.ReadAllBytes(_file);

        var refused = Assert.Throws<MigrationException>(() => Migrations.Run(_file));

        Assert.Contains("9999_from_the_future", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(_file));
        Assert.Equal([_file], Directory.GetFiles(_folder.FullName));
    }

    [Fact]
    public void A_script_that_fails_keeps_nothing_of_itself_and_all_of_those_before()
    {
        // Stands in the way of the last statements of the second script.
        Ask("create view sentence_positions as select 1 as id");

        var failed = Assert.Throws<MigrationException>(() => Migrations.Run(_file));

        Assert.Contains(Migrations.Known[1], failed.Message, StringComparison.Ordinal);
        Assert.Equal("1", Ask("select count(*) from SchemaVersions"));
        Assert.Equal("0", Ask("select count(*) from sqlite_schema where name = 'articles'"));
        Assert.Equal("1", Ask("select count(*) from sqlite_schema where name = 'events'"));

        Ask("drop view sentence_positions");
        Assert.Equal(Migrations.Known.Skip(1), Migrations.Run(_file), StringComparer.Ordinal);
    }

    [Fact]
    public void What_is_no_database_is_refused()
    {
        File.WriteAllText(_file, new string('x', 4096));

        Assert.Equal(DbError.Unavailable, DbErrors.Classify(Assert.Throws<SqliteException>(() => Migrations.Run(_file))));
        Assert.Equal(new string('x', 4096), File.ReadAllText(_file));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private string? Ask(string sql)
    {
        using var connection = new SqliteConnection(SqliteConnections.ConnectionString(_file, SqliteOpenMode.ReadWrite));
        connection.Open();
        return SqliteConnections.Scalar(connection, sql);
    }
}
