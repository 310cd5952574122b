using System.Data;
using System.Globalization;
using Dapper;
using Npgsql;
using NpgsqlTypes;

namespace ClaimTracker.Data;

/// <summary>
/// Teaches Dapper our types. In SQLite instants and dates are text that sorts as they do; PostgreSQL has types of its own for them.
/// </summary>
internal static class DapperTypes
{
    private const string InstantFormat = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";
    private const string DateFormat = "yyyy-MM-dd";

    private static readonly Lock Gate = new();
    private static bool _registered;

    public static void Register()
    {
        lock (Gate)
        {
            if (_registered)
            {
                return;
            }

            DefaultTypeMap.MatchNamesWithUnderscores = true;

            // Without the removal Dapper writes parameters its own way, with a local offset, past the handler.
            SqlMapper.RemoveTypeMap(typeof(DateTimeOffset));
            SqlMapper.RemoveTypeMap(typeof(DateTimeOffset?));
            SqlMapper.RemoveTypeMap(typeof(DateOnly));
            SqlMapper.RemoveTypeMap(typeof(DateOnly?));
            SqlMapper.AddTypeHandler(new InstantHandler());
            SqlMapper.AddTypeHandler(new DateHandler());
            foreach (var list in ListHandler.Types)
            {
                SqlMapper.AddTypeHandler(list, new ListHandler());
            }

            _registered = true;
        }
    }

    /// <summary>An instant as SQLite stores it.</summary>
    public static string Format(DateTime utc) => utc.ToString(InstantFormat, CultureInfo.InvariantCulture);

    /// <summary>An instant cut to the microsecond, as SQLite stores it: Npgsql would round one before 2000 up.</summary>
    public static DateTime Cut(DateTimeOffset instant) => instant.UtcDateTime.AddTicks(-(instant.Ticks % TimeSpan.TicksPerMicrosecond));

    /// <summary>A date as SQLite stores it.</summary>
    public static string Format(DateOnly date) => date.ToString(DateFormat, CultureInfo.InvariantCulture);

    private sealed class InstantHandler : SqlMapper.TypeHandler<DateTimeOffset>
    {
        public override void SetValue(IDbDataParameter parameter, DateTimeOffset value)
        {
            if (parameter is NpgsqlParameter postgres)
            {
                postgres.NpgsqlDbType = NpgsqlDbType.TimestampTz;
                postgres.Value = Cut(value);
                return;
            }

            parameter.DbType = DbType.String;
            parameter.Value = Format(value.UtcDateTime);
        }

        public override DateTimeOffset Parse(object value) => value is DateTime instant
            ? new DateTimeOffset(instant)
            : DateTimeOffset.Parse((string)value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
    }

    private sealed class DateHandler : SqlMapper.TypeHandler<DateOnly>
    {
        public override void SetValue(IDbDataParameter parameter, DateOnly value)
        {
            if (parameter is NpgsqlParameter postgres)
            {
                postgres.NpgsqlDbType = NpgsqlDbType.Date;
                postgres.Value = value;
                return;
            }

            parameter.DbType = DbType.String;
            parameter.Value = Format(value);
        }

        public override DateOnly Parse(object value) =>
            value is DateOnly date ? date : DateOnly.ParseExact((string)value, DateFormat, CultureInfo.InvariantCulture);
    }
}
