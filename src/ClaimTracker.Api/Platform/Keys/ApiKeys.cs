using System.Security.Cryptography;
using System.Text;
using ClaimTracker.Data;

namespace ClaimTracker.Api.Platform.Keys;

/// <summary>The keys that open the API. Only their SHA-256 is stored: a copy of the database opens nothing.</summary>
internal static class ApiKeys
{
    /// <summary>The key made on the first start.</summary>
    public const string FirstKey = "admin";

    /// <summary>The key that the configuration provides.</summary>
    public const string ConfiguredKey = "admin (configured)";

    private const int SecretBytes = 32;

    private const string FindSql = "select name from api_keys where secret_sha256 = @digest";
    private const string AnySql = "select id from api_keys limit 1";
    private const string RemoveSql = "delete from api_keys where name = @name";

    private const string InsertSql = """
        insert into api_keys (name, secret_sha256, created_at)
        values (@name, @digest, @Now)
        returning id
        """;

    /// <summary>The name of the key's holder, or null when nobody holds it.</summary>
    public static Task<string?> FindAsync(Db db, string secret, CancellationToken cancellation) =>
        db.ReadAsync(tx => tx.FirstAsync<string>(FindSql, new { digest = Digest(secret) }), cancellation);

    /// <summary>Makes the first key of a database that has none. Of several processes that start at once one makes it.</summary>
    /// <returns>The key, which is not to be had again; null where there was one.</returns>
    public static Task<string?> CreateFirstAsync(Db db) => db.WriteAsync(async tx =>
    {
        if (await tx.AnyAsync(AnySql))
        {
            return null;
        }

        var secret = NewSecret();
        await StoreAsync(tx, FirstKey, secret);
        return secret;
    });

    /// <summary>Makes a key, in the place of the one with that name.</summary>
    /// <returns>The key, which is not to be had again.</returns>
    public static async Task<string> CreateAsync(Db db, string name)
    {
        var secret = NewSecret();
        await StoreAsync(db, name, secret);
        return secret;
    }

    /// <summary>Stores a key that the operator chose, in the place of the one with that name.</summary>
    public static Task StoreAsync(Db db, string name, string secret) => db.WriteAsync(async tx =>
    {
        await StoreAsync(tx, name, secret);
        return true;
    });

    public static Task RemoveAsync(Db db, string name) => db.WriteAsync(async tx =>
    {
        await tx.ExecuteAsync(RemoveSql, new { name });
        await tx.RecordAsync("system", "key.revoked", "key/" + name, before: new { name }, after: null);
        return true;
    });

    private static async Task StoreAsync(WriteTx tx, string name, string secret)
    {
        var digest = Digest(secret);
        if (await tx.FirstAsync<string>(FindSql, new { digest }) != name)
        {
            await tx.ExecuteAsync(RemoveSql, new { name });
            var id = await tx.InsertAsync(InsertSql, new { name, digest, tx.Now });
            await tx.RecordAsync("system", "key.created", $"key/{id}", before: null, after: new { name });
        }
    }

    private static string NewSecret() =>
        "ct_" + Convert.ToBase64String(RandomNumberGenerator.GetBytes(SecretBytes)).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    private static string Digest(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
