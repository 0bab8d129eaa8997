using Ita.Bench.Material;
using Ita.LocalHost.Commands;

namespace Ita.Bench.AnnualRun;

/// <summary>Azurite on disk, and the folder for the files of the instances.</summary>
internal sealed class BenchStore : IAsyncDisposable
{
    private readonly Azurite azurite;

    private BenchStore(Azurite azurite, string folder) => (this.azurite, Folder) = (azurite, folder);

    public string Folder { get; }

    public string ConnectionString => azurite.ConnectionString;

    /// <summary>Searched below this process, because the store is its child.</summary>
    public static ProcessFacts Process => ProcessFacts.TreeOf(Environment.ProcessId)
        .First(process => process.Command.Contains("azurite", StringComparison.Ordinal));

    public static async Task<BenchStore> StartAsync(string folder)
    {
        var data = Path.Combine(folder, "storage");
        Directory.CreateDirectory(data);
        return new(await Azurite.StartAsync(Repository.Root, null, data, CancellationToken.None), folder);
    }

    public ValueTask DisposeAsync() => azurite.DisposeAsync();
}
