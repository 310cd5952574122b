using System.Data.Common;
using System.Reflection;

namespace ClaimTracker.Data;

/// <summary>
/// Many statements in few round trips, on an engine that is across a network. (On the embedded one a trip costs nothing, and it takes no
/// batches.)
/// </summary>
internal static class Batches
{
    /// <summary>Statements in one trip.</summary>
    private const int Size = 1_000;

    /// <summary>Runs each statement with its row, in their order.</summary>
    /// <returns>Rows changed, and the first column of each row that the statements gave back.</returns>
    public static async Task<(int Changed, IReadOnlyList<long> Ids)> RunAsync(
        Session session, IEnumerable<(string Sql, object Row)> statements)
    {
        var (changed, ids) = (0, new List<long>());
        foreach (var part in statements.Chunk(Size))
        {
            await using var batch = session.Connection.CreateBatch();
            batch.Transaction = session.Transaction;
            foreach (var (sql, row) in part)
            {
                batch.BatchCommands.Add(Command(batch, sql, row));
            }

            await using var reader = await batch.ExecuteReaderAsync();
            do
            {
                while (await reader.ReadAsync())
                {
                    ids.Add(reader.GetInt64(0));
                }
            }
            while (await reader.NextResultAsync());

            changed += Math.Max(reader.RecordsAffected, 0);
        }

        return (changed, ids);
    }

    private static DbBatchCommand Command(DbBatch batch, string sql, object row)
    {
        var command = batch.CreateBatchCommand();
        command.CommandText = sql;
        foreach (var property in row.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = property.Name;
            parameter.Value = property.GetValue(row) switch
            {
                null => DBNull.Value,
                DateTimeOffset instant => DapperTypes.Cut(instant),
                var value => ColumnTypes.Column(property.PropertyType, value),
            };
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
