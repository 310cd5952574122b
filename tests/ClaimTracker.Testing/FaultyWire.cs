using System.Net;
using System.Net.Sockets;
using Npgsql;

#pragma warning disable MA0048 // A wire and its faults.

namespace ClaimTracker.Testing;

/// <summary>What a wire does to what goes through it.</summary>
public enum WireFault
{
    /// <summary>All goes through.</summary>
    None,

    /// <summary>Each piece comes late.</summary>
    Delay,

    /// <summary>Of every few pieces one goes through in half; then the connection is closed.</summary>
    Halve,

    /// <summary>Of every few pieces one is lost, and its connection is closed.</summary>
    Drop,

    /// <summary>
    /// Nothing goes through, and nothing is closed. What was sent meanwhile arrives when the wire is whole again, as after a cable
    /// was pulled and put back.
    /// </summary>
    Hold,

    /// <summary>
    /// Nothing goes through, and nothing is closed. A connection that lost anything stays silent for good, as after a firewall forgot it.
    /// </summary>
    Swallow,
}

/// <summary>A wire between a service and its database on a server of PostgreSQL, with the fault that a test gives it.</summary>
public sealed class FaultyWire : IAsyncDisposable
{
    // Odd, so that requests and answers are hit in turns. What becomes of a commit is the hardest to tell: those are hit more often.
    private const int FewPieces = 41;
    private const int FewCommits = 5;

    // Shorter than by default, so that the tests are.
    private const int ConnectSeconds = 2;
    private const int StatementSeconds = 2;

    private static readonly TimeSpan Late = TimeSpan.FromMilliseconds(5);

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly EndPoint _server;
    private readonly Task _accepting;
    private State _state = new(WireFault.None);
    private int _pieces;
    private int _commits;
    private int _connections;

    public FaultyWire(PostgresStore store)
    {
        var settings = new NpgsqlConnectionStringBuilder(store.ConnectionString);
        _server = settings.Host!.StartsWith('/')
            ? new UnixDomainSocketEndPoint($"{settings.Host}/.s.PGSQL.{settings.Port}")
            : new DnsEndPoint(settings.Host, settings.Port);
        _listener.Start();
        (settings.Host, settings.Port) = ("127.0.0.1", ((IPEndPoint)_listener.LocalEndpoint).Port);
        (settings.Timeout, settings.CommandTimeout) = (ConnectSeconds, StatementSeconds);
        Store = new PostgresStore(settings.ConnectionString);
        _accepting = AcceptAsync();
    }

    /// <summary>The same database at the other end of the wire.</summary>
    public PostgresStore Store { get; }

    /// <summary>How many connections were made through it.</summary>
    public int Connections => Volatile.Read(ref _connections);

    /// <summary>What is wrong with it now.</summary>
    public WireFault Fault
    {
        get => Volatile.Read(ref _state).Fault;
        set => Interlocked.Exchange(ref _state, new State(value)).Over.TrySetResult();
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Dispose();
        await _accepting;
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true)
            {
                connections.Add(CarryAsync(await _listener.AcceptSocketAsync(_end.Token)));
                Interlocked.Increment(ref _connections);
            }
        }
        catch (Exception ended) when (IsEnd(ended))
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task CarryAsync(Socket service)
    {
        using var client = new NetworkStream(service, ownsSocket: true);
        using var socket = _server is UnixDomainSocketEndPoint
            ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
            : new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await socket.ConnectAsync(_server, _end.Token);
            using var server = new NetworkStream(socket);
            using var cut = CancellationTokenSource.CreateLinkedTokenSource(_end.Token);
            var lost = new TaskCompletionSource();
            await await Task.WhenAny(CopyAsync(client, server, lost, cut.Token), CopyAsync(server, client, lost, cut.Token));
            await cut.CancelAsync();
        }
        catch (Exception ended) when (IsEnd(ended))
        {
            // One side closed the connection, or the wire has: the other side sees it close.
        }
    }

    /// <summary>Carries what one side says to the other, until the connection is closed.</summary>
    private async Task CopyAsync(NetworkStream from, NetworkStream to, TaskCompletionSource lost, CancellationToken end)
    {
        var buffer = new byte[8192];
        while (true)
        {
            var length = await from.ReadAsync(buffer, end);
            var state = Volatile.Read(ref _state);
            var hit = state.Fault is WireFault.Halve or WireFault.Drop && IsHit(buffer.AsSpan(0, length));
            switch (state.Fault)
            {
                case WireFault.Delay:
                    await Task.Delay(Late, end);
                    break;
                case WireFault.Hold:
                    await state.Over.Task.WaitAsync(end);
                    break;
                case WireFault.Swallow:
                    lost.TrySetResult();
                    break;
                case WireFault.Halve when hit:
                    await to.WriteAsync(buffer.AsMemory(0, length / 2), end);
                    return;
                case WireFault.Drop when hit:
                    return;
            }

            if (lost.Task.IsCompleted)
            {
                await Task.Delay(Timeout.Infinite, end);
            }

            if (length == 0)
            {
                return;
            }

            await to.WriteAsync(buffer.AsMemory(0, length), end);
        }
    }

    private bool IsHit(ReadOnlySpan<byte> piece) =>
        Interlocked.Increment(ref _pieces) % FewPieces == 0
        || (piece.IndexOf("COMMIT"u8) >= 0 && Interlocked.Increment(ref _commits) % FewCommits == 0);

    private static bool IsEnd(Exception ended) =>
        ended is IOException or SocketException or OperationCanceledException or ObjectDisposedException;

    private sealed record State(WireFault Fault)
    {
        /// <summary>Done when this fault is over.</summary>
        public TaskCompletionSource Over { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
