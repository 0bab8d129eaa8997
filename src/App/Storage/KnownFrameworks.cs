using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Ita.App.Storage;

/// <summary>
/// The frameworks of this installation: the built-in ones, and the versions that operators uploaded. Container frameworks,
/// <c>{year}/{n}.json</c>, where n is the number of the version; a version is never overwritten or deleted.
/// </summary>
/// <remarks>
/// A catalogue is a value: a request or step uses the one it started with. After a version is stored, a random text is replaced in table
/// Changes; other processes read the container again when it differs (docs/decisions/0054). Of many requests one reads, and the others use the
/// catalogue as it is: they neither wait for each other while storage does not answer, nor ask it the same when it is slow.
/// </remarks>
public sealed class KnownFrameworks(OpenStorage storage, TimeProvider clock) : IDisposable
{
    private const string Row = "all";
    private const string Note = "note";
    private const int NoteBytes = 16;

    /// <summary>For how long a request uses the catalogue without asking whether it changed; a step always asks.</summary>
    private static readonly TimeSpan Trusted = TimeSpan.FromSeconds(2);

    private const long Never = 0;

    private readonly SemaphoreSlim turn = new(1);
    private State state = new(FrameworkCatalogue.BuiltIn, null, []);
    private long askedAt = Never;

    /// <summary>The catalogue as it was last read.</summary>
    public FrameworkCatalogue Current => Volatile.Read(ref state).Catalogue;

    private BlobContainerClient Container => storage.Connection.Blobs.GetBlobContainerClient(StorageNames.Containers.Frameworks);

    private StoredTable Changes => storage.Connection.Table(StorageNames.Tables.Changes);

    /// <summary>Reads versions that other processes stored.</summary>
    /// <param name="always">False to do nothing when this was asked a moment ago.</param>
    public async Task RefreshAsync(bool always, CancellationToken cancellationToken)
    {
        var asked = Volatile.Read(ref askedAt);
        if (always || asked == Never)
        {
            await ReadAsync(cancellationToken);
        }
        else if (clock.GetUtcNow().UtcTicks - asked >= Trusted.Ticks && await turn.WaitAsync(TimeSpan.Zero, cancellationToken))
        {
            try
            {
                await ReadAsync(cancellationToken);
            }
            finally
            {
                turn.Release();
            }
        }
    }

    /// <summary>Stores a version, which is then the current one of its year.</summary>
    /// <param name="number">The number of the version: one above the newest.</param>
    /// <returns>False when another request stored this number at the same time.</returns>
    public async Task<bool> TryAddAsync(Framework framework, int number, CancellationToken cancellationToken)
    {
        try
        {
            await Container.GetBlobClient(NameOf(framework.Year, number)).UploadAsync(
                BinaryData.FromBytes(framework.ToJson()),
                new BlobUploadOptions
                {
                    HttpHeaders = new() { ContentType = "application/json; charset=utf-8" },
                    Conditions = new() { IfNoneMatch = ETag.All },
                },
                cancellationToken);
        }
        catch (RequestFailedException taken) when (taken.Status is 409 or 412)
        {
            return false;
        }

        await Changes.UpsertEntityAsync(
            new TableEntity(StorageNames.Containers.Frameworks, Row)
            {
                [Note] = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(NoteBytes)),
            },
            TableUpdateMode.Replace,
            cancellationToken);
        await RefreshAsync(always: true, cancellationToken);
        return true;
    }

    public void Dispose() => turn.Dispose();

    // The number is padded, so that the names are in the order of the versions.
    private static string NameOf(FiscalYear year, int number) => FormattableString.Invariant($"{year}/{number:D6}.json");

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        while (!await TryReadAsync(cancellationToken))
        {
            // Another caller has replaced the state at the same time; what it has read may be older.
        }

        Volatile.Write(ref askedAt, clock.GetUtcNow().UtcTicks);
    }

    // The note is read before the container, so that a version stored meanwhile is read the next time. False when the state was replaced meanwhile.
    private async Task<bool> TryReadAsync(CancellationToken cancellationToken)
    {
        var before = Volatile.Read(ref state);
        var found = await Changes.FindAsync(StorageNames.Containers.Frameworks, Row, cancellationToken);
        var note = found.HasValue ? found.Value!.GetString(Note) : null;
        return note == before.Note
            || Interlocked.CompareExchange(ref state, await WithNewAsync(before, note, cancellationToken), before) == before;
    }

    private async Task<State> WithNewAsync(State before, string? note, CancellationToken cancellationToken)
    {
        var (catalogue, names) = (before.Catalogue, before.Names);
        await foreach (var blob in Container.GetBlobsAsync(cancellationToken: cancellationToken))
        {
            if (!names.Contains(blob.Name))
            {
                var stored = await Container.GetBlobClient(blob.Name).DownloadContentAsync(cancellationToken);
                using var json = stored.Value.Content.ToStream();
                catalogue = catalogue.With(FrameworkCatalogue.Parse(json));
                names = names.Add(blob.Name);
            }
        }

        return new(catalogue, note, names);
    }

    private sealed record State(FrameworkCatalogue Catalogue, string? Note, ImmutableHashSet<string> Names);
}
