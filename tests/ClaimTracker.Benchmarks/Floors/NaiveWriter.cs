using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;

namespace ClaimTracker.Benchmarks.Floors;

/// <summary>
/// A writer as the first version of a program has it: a connection from the pool and a durable transaction for each request, with a row of
/// the claim, an index and a row of a history.
/// </summary>
internal sealed class NaiveWriter
{
    private const string Schema = """
        pragma journal_mode = wal;
        create table if not exists claims (
            id integer primary key, text text not null, text_key text not null, language text, at text not null);
        create index if not exists claims_by_text on claims (text_key);
        create table if not exists events (seq integer primary key, at text not null, subject text not null, body text not null);
        """;

    private const string ClaimSql =
        "insert into claims (text, text_key, language, at) values (@Text, @key, @Language, @at) returning id";

    private const string EventSql = "insert into events (at, subject, body) values (@at, @subject, @body)";

    private readonly string _source;

    public NaiveWriter(string database)
    {
        _source = new SqliteConnectionStringBuilder { DataSource = database }.ToString();
        using var connection = Open();
        connection.Execute(Schema);
    }

    public async Task AnswerAsync(HttpContext http)
    {
        var claim = (await JsonSerializer.DeserializeAsync<NaiveClaim>(http.Request.Body, JsonSerializerOptions.Web))!;
        var at = TimeProvider.System.GetUtcNow().ToString("O");
        var id = Write(claim, at);
        http.Response.StatusCode = StatusCodes.Status201Created;
        var answer = JsonSerializer.SerializeToUtf8Bytes(new { id, claim.Text, claim.Language, at }, JsonSerializerOptions.Web);
        await BareJson.SendAsync(http, answer);
    }

    private long Write(NaiveClaim claim, string at)
    {
        using var connection = Open();
        using var transaction = connection.BeginTransaction(deferred: false);
        var id = connection.ExecuteScalar<long>(
            ClaimSql, new { claim.Text, key = claim.Text.ToLowerInvariant(), claim.Language, at }, transaction);
        var body = JsonSerializer.Serialize(claim, JsonSerializerOptions.Web);
        connection.Execute(EventSql, new { at, subject = $"claim/{id}", body }, transaction);
        transaction.Commit();
        return id;
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(_source);
        connection.Open();
        connection.Execute("pragma synchronous = full");
        return connection;
    }

    private sealed record NaiveClaim(string Text, string? Language);
}
