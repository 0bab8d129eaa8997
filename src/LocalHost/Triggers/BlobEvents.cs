using System.Text.RegularExpressions;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Ita.LocalHost.App;

namespace Ita.LocalHost.Triggers;

/// <summary>
/// Stands in for Event Grid: lists the containers of blob functions with <c>source: EventGrid</c> and gives the host a BlobCreated event
/// for every new version of a blob. At least once, as Event Grid; a mark per version keeps a restart from announcing it again.
/// </summary>
internal sealed class BlobEvents(JobSite jobs, HostLog log, FunctionsHostOptions options)
{
    private const string Announced = "announced";

    /// <summary>A mark that is not completed by then belongs to a host that was killed before it announced the blob.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public async Task RunAsync(Function function, CancellationToken cancellationToken)
    {
        var path = jobs.Expand(function.Trigger.BlobPath).Split('/', 2);
        var container = jobs.Blobs(function.Trigger["connection"]).GetBlobContainerClient(path[0]);
        var name = NamePattern(path.ElementAtOrDefault(1) ?? "{name}");
        var known = new HashSet<string>();
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                known = await LookAsync(function, container, name, known, cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure) when (failure is RequestFailedException or AggregateException)
            {
                log.Warning("Host", $"{function.Name}: container {container.Name} could not be listed: {failure.Message}");
            }

            await Task.Delay(options.BlobPollingInterval, options.Clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static Regex NamePattern(string pattern) => new(
        $"^{Regex.Replace(Regex.Escape(pattern), @"\\\{[^}]+}", ".+")}$", RegexOptions.CultureInvariant | RegexOptions.Singleline);

    // Returns the versions that need no further look; those of blobs that are gone are dropped.
    private async Task<HashSet<string>> LookAsync(
        Function function, BlobContainerClient container, Regex name, HashSet<string> known, CancellationToken cancellationToken)
    {
        var settled = new HashSet<string>();
        await foreach (var blob in container.GetBlobsAsync(cancellationToken: cancellationToken))
        {
            var version = $"{blob.Properties.ETag?.ToString("G")}/{container.Name}/{blob.Name}";
            if (name.IsMatch(blob.Name) && (known.Contains(version) || await AnnounceAsync(function, container, blob, version, cancellationToken)))
            {
                settled.Add(version);
            }
        }

        return settled;
    }

    // Marked first, so that one of several hosts announces the blob; the mark is completed after the announcement.
    private async Task<bool> AnnounceAsync(Function function, BlobContainerClient container, BlobItem blob, string version, CancellationToken cancellationToken)
    {
        var mark = jobs.Books.GetBlobClient($"blobevents/{jobs.HostId}/{function.Name}/{version}");
        try
        {
            await mark.UploadAsync(BinaryData.Empty, new BlobUploadOptions { Conditions = new() { IfNoneMatch = ETag.All } }, cancellationToken);
        }
        catch (RequestFailedException exists) when (exists.Status is 409 or 412)
        {
            var properties = (await mark.GetPropertiesAsync(cancellationToken: cancellationToken)).Value;
            if (properties.Metadata.ContainsKey(Announced) || options.Clock.GetUtcNow() - properties.LastModified < Patience)
            {
                return properties.Metadata.ContainsKey(Announced);
            }
        }

        await jobs.SendBlobEventAsync(function, container.GetBlobClient(blob.Name).Uri, blob.Properties, cancellationToken);
        await mark.SetMetadataAsync(new Dictionary<string, string> { [Announced] = "true" }, cancellationToken: cancellationToken);
        return true;
    }
}
