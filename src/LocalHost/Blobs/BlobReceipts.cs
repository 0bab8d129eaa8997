using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Azure.Storage.Blobs;
using Ita.LocalHost.App;

namespace Ita.LocalHost.Blobs;

/// <summary>One version of one blob.</summary>
internal readonly record struct BlobVersion(string Container, string Name, string ETag)
{
    public override string ToString() => $"{Container}/{Name} ({ETag})";
}

/// <summary>
/// Which versions a function has had, kept as blobs under <c>azure-webjobs-hosts/blobreceipts/</c> so that a restart of
/// the host does not call it again. A changed blob has another ETag and so no receipt.
/// </summary>
/// <remarks>Named by hash, not by the blob's name as in the real host: a name may be as long as a name can be.</remarks>
internal sealed class BlobReceipts(BlobContainerClient books, string function)
{
    private readonly HashSet<string> known = [];
    private readonly Lock turn = new();

    private string Folder => $"blobreceipts/localhost/{function}/";

    public async Task LoadAsync(CancellationToken stop)
    {
        await books.CreateIfNotExistsAsync(cancellationToken: stop);
        await foreach (var receipt in books.GetBlobsAsync(prefix: Folder, cancellationToken: stop))
        {
            known.Add(receipt.Name);
        }
    }

    public bool Has(BlobVersion version)
    {
        lock (turn)
        {
            return known.Contains(NameOf(version));
        }
    }

    public async Task WriteAsync(BlobVersion version)
    {
        var name = NameOf(version);
        var text = new JsonObject { ["container"] = version.Container, ["name"] = version.Name, ["eTag"] = version.ETag };
        await books.GetBlobClient(name).UploadAsync(BinaryData.FromString(text.ToJsonString(JsonText.Plain)), overwrite: true);
        lock (turn)
        {
            known.Add(name);
        }
    }

    private string NameOf(BlobVersion version) =>
        Folder + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(version.ToString())));
}
