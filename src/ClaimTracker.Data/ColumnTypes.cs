using System.Collections.Concurrent;
using System.Data;
using System.Text.Json;
using Dapper;
using Npgsql;

namespace ClaimTracker.Data;

/// <summary>
/// Teaches Dapper the types that a caller keeps in columns of text: enums as words, and objects as JSON. They are then read straight
/// into the members of a row, and written as parameters, on either engine.
/// </summary>
public static class ColumnTypes
{
    private static readonly ConcurrentDictionary<Type, Func<object, string>> Writers = new();

    /// <summary>Stores an enum as words.</summary>
    /// <param name="write">Gives the word of a value.</param>
    /// <param name="read">Gives the value of a word.</param>
    public static void AddWords<T>(Func<T, string> write, Func<string, T> read)
        where T : struct, Enum
    {
        ArgumentNullException.ThrowIfNull(write);
        SqlMapper.Settings.PreferTypeHandlersForEnums = true; // Without it enums are written as numbers, past the handler.
        AddText(write, read);
    }

    /// <summary>Stores a value type as text.</summary>
    /// <param name="write">Gives the text of a value.</param>
    /// <param name="read">Gives the value of a text.</param>
    public static void AddText<T>(Func<T, string> write, Func<string, T> read)
        where T : struct
    {
        ArgumentNullException.ThrowIfNull(write);
        Writers[typeof(T)] = value => write((T)value);
        SqlMapper.AddTypeHandler(new TextHandler<T>(write, read));
    }

    /// <summary>Stores a type as JSON.</summary>
    /// <param name="options">How it is written and read.</param>
    /// <param name="empty">Of a list, the empty one: most lists are, and are not read for that.</param>
    public static void AddJson<T>(JsonSerializerOptions options, T? empty = null)
        where T : class
    {
        string Write(T value) => JsonSerializer.Serialize(value, options);
        Writers[typeof(T)] = value => Write((T)value);
        SqlMapper.AddTypeHandler(new TextHandler<T>(Write, text =>
            empty is not null && text == "[]" ? empty : JsonSerializer.Deserialize<T>(text, options)!));
    }

    /// <summary>Reads a type from text. It is never written.</summary>
    /// <param name="read">Gives the value of a text.</param>
    public static void AddReader<T>(Func<string, T> read)
        where T : class => SqlMapper.AddTypeHandler(
            new TextHandler<T>(static _ => throw new NotSupportedException("It is read alone."), read));

    /// <summary>A value as its column holds it, in the one form that both engines give: a whole number, a number, text, or null.</summary>
    public static object? Plain<T>(T? value) => value is null ? null : PlainValues.Of(Column(typeof(T), value));

    /// <summary>The same of a value whose type is known by its member alone.</summary>
    /// <param name="declared">The type of the member that holds the value: that of a list is an interface.</param>
    /// <param name="value">The value.</param>
    public static object? Plain(Type declared, object value) => PlainValues.Of(Column(declared, value));

    /// <summary>Values as their column holds them, for <c>in @values</c>: of the items of a list Dapper asks no type handler.</summary>
    public static Array Columns<T>(IReadOnlyList<T> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return Writers.TryGetValue(typeof(T), out var write) ? values.Select(value => write(value!)).ToArray() : values.ToArray();
    }

    /// <summary>A value as its column holds it; one of another type stays as it is.</summary>
    /// <param name="declared">The type of the member that holds the value: that of a list is an interface.</param>
    /// <param name="value">The value.</param>
    internal static object Column(Type declared, object value) =>
        Writers.TryGetValue(Nullable.GetUnderlyingType(declared) ?? declared, out var write) ? write(value) : value;

    private sealed class TextHandler<T>(Func<T, string> write, Func<string, T> read) : SqlMapper.TypeHandler<T>
    {
        public override void SetValue(IDbDataParameter parameter, T? value)
        {
            if (parameter is not NpgsqlParameter)
            {
                parameter.DbType = DbType.String;
            }

            parameter.Value = value is null ? DBNull.Value : write(value);
        }

        public override T Parse(object value) => read((string)value);
    }
}
