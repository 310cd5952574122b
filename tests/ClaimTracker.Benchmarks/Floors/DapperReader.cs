using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;

namespace ClaimTracker.Benchmarks.Floors;

/// <summary>The row of a claim by Dapper, on a connection from the pool, and nothing of what belongs to it.</summary>
internal sealed class DapperReader(string database)
{
    private const string Sql = """
        select id, text, headline, language, claim_type as ClaimType, claim_date as ClaimDate, location, priority, assignee,
               external_app as ExternalApp, external_id as ExternalId, created_at as CreatedAt, updated_at as UpdatedAt
        from claims
        where id = @id
        """;

    private readonly string _source = new SqliteConnectionStringBuilder
    {
        DataSource = database,
        Mode = SqliteOpenMode.ReadOnly,
    }.ToString();

    public Task AnswerAsync(HttpContext http, long id)
    {
        var row = Read(id);
        http.Response.StatusCode = row is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;
        return BareJson.SendAsync(http, JsonSerializer.SerializeToUtf8Bytes(row, JsonSerializerOptions.Web));
    }

    // SQLite has no asynchronous I/O.
    private ClaimRow? Read(long id)
    {
        using var connection = new SqliteConnection(_source);
        connection.Open();
        return connection.QueryFirstOrDefault<ClaimRow>(Sql, new { id });
    }

    private sealed record ClaimRow
    {
        public long Id { get; init; }

        public string Text { get; init; } = "";

        public string? Headline { get; init; }

        public string? Language { get; init; }

        public string? ClaimType { get; init; }

        public string? ClaimDate { get; init; }

        public string? Location { get; init; }

        public long Priority { get; init; }

        public string? Assignee { get; init; }

        public string? ExternalApp { get; init; }

        public string? ExternalId { get; init; }

        public string CreatedAt { get; init; } = "";

        public string UpdatedAt { get; init; } = "";
    }
}
