using System.Buffers;
using System.IO.Pipelines;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ClaimTracker.Api.Web.Edge;
using Microsoft.AspNetCore.WebUtilities;

namespace ClaimTracker.Api.Web.Replies;

/// <summary>Ways to answer beside those that the framework has.</summary>
internal static class Sending
{
    /// <summary>Up to here a large resource stays in memory.</summary>
    private const int SpooledBytes = 1024 * 1024;

    private const string Json = "application/json; charset=utf-8";

    /// <summary>A resource with its ETag: 200, or 304 when the client has it already.</summary>
    public static Task ResourceAsync<T>(this IResponseSender send, T resource) =>
        ResourceAsync(send, JsonSerializer.SerializeToUtf8Bytes(resource, ApiJson.Options), Json);

    /// <summary>
    /// A resource that may be large, with its ETag. Its JSON goes through a file, so that a client that reads slowly holds no memory.
    /// </summary>
    public static Task LargeResourceAsync(this IResponseSender send, object resource, int status = StatusCodes.Status200OK) => SpoolAsync(
        send,
        async stream =>
        {
            await JsonSerializer.SerializeAsync(stream, resource, resource.GetType(), ApiJson.Options, send.HttpContext.RequestAborted);
            resource = null!; // Not held while a client reads.
        },
        Json,
        status);

    /// <summary>A resource in another form than JSON, which may be large, with its ETag.</summary>
    /// <param name="send">The sender.</param>
    /// <param name="write">Writes it.</param>
    /// <param name="contentType">Its form.</param>
    public static Task LargeFileAsync(this IResponseSender send, Action<IBufferWriter<byte>> write, string contentType) => SpoolAsync(
        send,
        async stream =>
        {
            var writer = PipeWriter.Create(stream, new StreamPipeWriterOptions(leaveOpen: true));
            write(writer);
            write = null!; // Nor is what it writes.
            await writer.CompleteAsync();
        },
        contentType,
        StatusCodes.Status200OK);

    /// <summary>The same for what is written to a stream.</summary>
    public static Task LargeStreamAsync(this IResponseSender send, Action<Stream> write, string contentType) => SpoolAsync(
        send,
        stream =>
        {
            write(stream);
            write = null!;
            return Task.CompletedTask;
        },
        contentType,
        StatusCodes.Status200OK);

    private static async Task SpoolAsync(
        IResponseSender send, Func<Stream, Task> write, string contentType, int status, string? knownTag = null)
    {
        var http = send.HttpContext;
        await using var spool = new FileBufferingWriteStream(SpooledBytes);
        using var hash = SHA256.Create();
        await using (var hashed = new CryptoStream(spool, hash, CryptoStreamMode.Write, leaveOpen: true))
        {
            await write(hashed);
        }

        MemoryShare.GiveBack(http);
        var tag = knownTag ?? ETags.OfHash(hash.Hash);
        http.Response.Headers.ETag = tag;
        if (status == StatusCodes.Status200OK && HttpMethods.IsGet(http.Request.Method) && ETags.Known(http.Request, tag) is { } known)
        {
            await NotModifiedAsync(http, known, spool.Length);
            return;
        }

        Begin(http, status, spool.Length, contentType);
        await spool.DrainBufferAsync(http.Response.Body, http.RequestAborted);
    }

    /// <summary>A resource that is JSON already.</summary>
    public static Task ResourceAsync(this IResponseSender send, byte[] json) => ResourceAsync(send, json, Json);

    /// <summary>The answer to a write.</summary>
    public static Task ReplyAsync(this IResponseSender send, Reply reply)
    {
        var http = send.HttpContext;
        MemoryShare.GiveBack(http);
        Describe(http, reply);

        if (reply.IsResource)
        {
            http.Response.Headers.ETag = ETags.Of(reply.Body);
        }

        if (reply.IsSecret)
        {
            Compression.Forbid(http);
        }

        return reply.Status == StatusCodes.Status204NoContent
            ? EmptyAsync(http, reply.Status)
            : WriteAsync(http, reply.Status, reply.Beside is [] ? reply.Body : [.. reply.Body[..^1], .. reply.Beside, (byte)'}'], Json);
    }

    /// <summary>The answer to a write that names its resource.</summary>
    /// <param name="send">The sender.</param>
    /// <param name="reply">The reply.</param>
    /// <param name="resource">The resource, as a GET would send it.</param>
    /// <param name="sent">The same with what is told along with it; null for nothing.</param>
    public static async Task LargeReplyAsync(this IResponseSender send, Reply reply, object resource, object? sent = null)
    {
        Describe(send.HttpContext, reply);
        if (sent is null)
        {
            await send.LargeResourceAsync(resource, reply.Status);
            return;
        }

        using var hash = SHA256.Create();
        await using (var hashed = new CryptoStream(Stream.Null, hash, CryptoStreamMode.Write))
        {
            await JsonSerializer.SerializeAsync(
                hashed, resource, resource.GetType(), ApiJson.Options, send.HttpContext.RequestAborted);
        }

        await SpoolAsync(
            send,
            stream => JsonSerializer.SerializeAsync(stream, sent, sent.GetType(), ApiJson.Options, send.HttpContext.RequestAborted),
            Json,
            reply.Status,
            ETags.OfHash(hash.Hash));
    }

    /// <summary>A page of a list, with its ETag and the address of the next in a Link header (RFC 8288).</summary>
    public static Task PageAsync(this IResponseSender send, string? next, byte[] json)
    {
        var http = send.HttpContext;
        if (next is not null)
        {
            var query = http.Request.Query.Where(static p => p.Key != "cursor").Append(new("cursor", next));
            http.Response.Headers.Link = $"<{QueryHelpers.AddQueryString(http.Request.Path, query)}>; rel=\"next\"";
        }

        return ResourceAsync(send, json, Json);
    }

    /// <summary>
    /// Gives the tag to an answer that is written piece by piece, before its first piece; or answers 304 when the client has it already.
    /// </summary>
    /// <returns>Whether the client has it, and nothing is left to do.</returns>
    public static async Task<bool> IsKnownAsync(this IResponseSender send, string tag)
    {
        var http = send.HttpContext;
        if (ETags.Known(http.Request, tag) is not { } known)
        {
            http.Response.Headers.ETag = tag;
            return false;
        }

        await NotModifiedAsync(http, known, length: long.MaxValue);
        return true;
    }

    /// <summary>A result that was worked out from the request. It is no resource, and so has no ETag.</summary>
    public static Task AnswerAsync<T>(this IResponseSender send, T answer) =>
        WriteAsync(send.HttpContext, StatusCodes.Status200OK, JsonSerializer.SerializeToUtf8Bytes(answer, ApiJson.Options), Json);

    /// <summary>A text as it is, with its ETag.</summary>
    public static Task TextAsync(this IResponseSender send, string text) =>
        ResourceAsync(send, Encoding.UTF8.GetBytes(text), "text/plain; charset=utf-8");

    /// <summary>A resource in another form than JSON, with its ETag.</summary>
    public static Task ResourceAsync(this IResponseSender send, byte[] body, string contentType)
    {
        var http = send.HttpContext;
        var tag = ETags.Of(body);
        if (ETags.Known(http.Request, tag) is { } known)
        {
            return NotModifiedAsync(http, known, body.Length);
        }

        http.Response.Headers.ETag = tag;
        return WriteAsync(http, StatusCodes.Status200OK, body, contentType);
    }

    private static Task NotModifiedAsync(HttpContext http, string tag, long length)
    {
        http.Response.Headers.ETag = tag;
        Compression.Vary(http, length);
        return EmptyAsync(http, StatusCodes.Status304NotModified);
    }

    private static Task EmptyAsync(HttpContext http, int status)
    {
        MarkStarted(http);
        http.Response.StatusCode = status;
        return http.Response.StartAsync();
    }

    private static Task WriteAsync(HttpContext http, int status, byte[] body, string contentType)
    {
        Begin(http, status, body.Length, contentType);
        return http.Response.Body.WriteAsync(body, http.RequestAborted).AsTask();
    }

    private static void Describe(HttpContext http, Reply reply)
    {
        http.Response.Headers.Location = reply.Location == http.Request.Path ? null : reply.Location; // Where the client is, it knows.
        if (reply.IsReplay)
        {
            http.Response.Headers["Idempotency-Replayed"] = "true";
        }

        if (reply.Differs is { } differs)
        {
            http.Response.Headers[Reply.DiffersHeader] = differs;
        }
    }

    private static void Begin(HttpContext http, int status, long length, string contentType)
    {
        MarkStarted(http);
        http.Response.StatusCode = status;
        http.Response.ContentType = contentType;
        http.Response.ContentLength = length;
    }

    // Tells FastEndpoints that the answer is on its way, so that it does not send an empty one.
    private static void MarkStarted(HttpContext http) => http.MarkResponseStart();
}
