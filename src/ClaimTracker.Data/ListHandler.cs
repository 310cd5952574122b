using System.Data;
using System.Text.Json;
using Dapper;
using Npgsql;

namespace ClaimTracker.Data;

/// <summary>Writes a list for <c>in @list</c> as one parameter. Without a handler Dapper makes one parameter of each item.</summary>
internal sealed class ListHandler : SqlMapper.ITypeHandler
{
    /// <summary>The types as which use cases declare such lists.</summary>
    public static readonly Type[] Types =
    [
        typeof(Array), typeof(long[]), typeof(int[]), typeof(double[]), typeof(string[]),
        typeof(IReadOnlyList<long>), typeof(IReadOnlyList<int>), typeof(IReadOnlyList<double>),
        typeof(List<long>), typeof(IEnumerable<long>), typeof(IReadOnlyCollection<long>),
    ];

    public void SetValue(IDbDataParameter parameter, object value)
    {
        if (parameter is NpgsqlParameter)
        {
            parameter.Value = value;
            return;
        }

        parameter.DbType = DbType.String;
        parameter.Value = value is DBNull ? value : JsonSerializer.Serialize(value, value.GetType());
    }

    public object Parse(Type destinationType, object value) => throw new NotSupportedException("No column holds a list of its own.");
}
