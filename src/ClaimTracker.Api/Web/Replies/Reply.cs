using System.Text;
using System.Text.Json;

namespace ClaimTracker.Api.Web.Replies;

/// <summary>The answer to a write. It is made in the transaction of the write, so that it can be stored beside what was written.</summary>
/// <param name="Status">HTTP status.</param>
internal sealed record Reply(int Status)
{
    /// <summary>Says what differs between what was sent and what is taken for the same.</summary>
    public const string DiffersHeader = "Text-Differs";

    private readonly Lazy<byte[]> _body = new([]);

    private Reply(int status, object resource)
        : this(status) =>
            _body = new Lazy<byte[]>(() => JsonSerializer.SerializeToUtf8Bytes(resource, resource.GetType(), ApiJson.Options));

    /// <summary>204, after a removal.</summary>
    public static Reply Gone { get; } = new(StatusCodes.Status204NoContent);

    public byte[] Body => _body.Value;

    /// <summary>The body as text.</summary>
    public string Text
    {
        get => Encoding.UTF8.GetString(Body);
        private init => _body = new Lazy<byte[]>(Encoding.UTF8.GetBytes(value));
    }

    /// <summary>JSON members that are sent along with the body. They are no part of it: they are not stored, and not in its ETag.</summary>
    public byte[] Beside { get; private init; } = [];

    /// <summary>Address of the resource that was made or found.</summary>
    public string? Location { get; private init; }

    /// <summary>Whether the body is a resource, which has an ETag.</summary>
    public bool IsResource { get; private init; }

    /// <summary>Whether it is the reply to an earlier request, which this one repeats.</summary>
    public bool IsReplay { get; private init; }

    /// <summary>Whether the body is to be read from the address.</summary>
    public bool IsAddressOnly { get; private init; }

    /// <summary>What differs between what was sent and the resource that is taken for the same; null if nothing does.</summary>
    public string? Differs { get; init; }

    /// <summary>Whether the body holds a secret, which is shown once and never stored.</summary>
    public bool IsSecret { get; private init; }

    /// <summary>A new resource: 201 with its address.</summary>
    public static Reply Created(string address, object resource) =>
        new(StatusCodes.Status201Created, resource) { Location = address, IsResource = true };

    /// <summary>A new resource that is too large to be held by its reply: the answer is read from its address.</summary>
    public static Reply CreatedAt(string address) =>
        new(StatusCodes.Status201Created) { Location = address, IsResource = true, IsAddressOnly = true };

    /// <summary>A new resource with a secret in it.</summary>
    public static Reply CreatedSecret(string address, object resource) =>
        new(StatusCodes.Status201Created, resource) { Location = address, IsSecret = true };

    /// <summary>The resource that a create would have made again: 200 with its address.</summary>
    public static Reply Existing(string address, object resource) =>
        new(StatusCodes.Status200OK, resource) { Location = address, IsResource = true };

    /// <summary>A report of what was made: 201 with the address of the resource. The report is another, and so has no ETag.</summary>
    public static Reply CreatedReport(string address, object report) => new(StatusCodes.Status201Created, report) { Location = address };

    /// <summary>Work that was taken on and is done later: 202 with the address that says how far it is.</summary>
    public static Reply Accepted(string address, object report) => new(StatusCodes.Status202Accepted, report) { Location = address };

    /// <summary>A resource as it is now, where the request went to another address: 200 with its own.</summary>
    public static Reply ResourceAt(string address, object resource) =>
        new(StatusCodes.Status200OK, resource) { Location = address, IsResource = true };

    /// <summary>A resource as it is now that is too large to be held by its reply: the answer is read from its address.</summary>
    public static Reply ResourceAt(string address) =>
        new(StatusCodes.Status200OK) { Location = address, IsResource = true, IsAddressOnly = true };

    /// <summary>The resource at the address of the request, as it is now.</summary>
    public static Reply Resource(object resource) => new(StatusCodes.Status200OK, resource) { IsResource = true };

    /// <summary>A report of what was done. It is no resource, and so has no ETag.</summary>
    public static Reply Answer(object answer) => new(StatusCodes.Status200OK, answer);

    /// <summary>The same reply with a member that is sent along with its body, an object.</summary>
    public Reply With<T>(string member, T value) => this with
    {
        Beside = [.. Beside, .. Encoding.UTF8.GetBytes($",\"{member}\":"), .. JsonSerializer.SerializeToUtf8Bytes(value, ApiJson.Options)],
    };

    /// <summary>A reply that was stored when the same request came before.</summary>
    public static Reply Stored(int status, string? location, bool isResource, string body) =>
        new(status) { Location = location, IsResource = isResource, IsReplay = true, Text = body };

    /// <summary>A reply whose resource was not stored, since it can be read again.</summary>
    public static Reply StoredAt(int status, string address) =>
        new(status) { Location = address, IsResource = true, IsReplay = true, IsAddressOnly = true };
}
