using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace Ita.LocalHost.Timers;

/// <summary>The blob lease that lets one of several hosts run a timer.</summary>
internal sealed class TimerLease
{
    /// <summary>The shortest lease there is: after a kill another host takes over within this time.</summary>
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(15);

    private readonly BlobLeaseClient lease;

    private TimerLease(BlobLeaseClient lease) => this.lease = lease;

    /// <summary>The lease; null when another host holds it.</summary>
    public static async Task<TimerLease?> TakeAsync(BlobClient blob, CancellationToken cancellationToken)
    {
        try
        {
            if (!await blob.ExistsAsync(cancellationToken))
            {
                await blob.UploadAsync(BinaryData.Empty, new BlobUploadOptions { Conditions = new() { IfNoneMatch = ETag.All } }, cancellationToken);
            }

            var lease = blob.GetBlobLeaseClient();
            await lease.AcquireAsync(Period, cancellationToken: cancellationToken);
            return new(lease);
        }
        catch (RequestFailedException taken) when (taken.Status is 409 or 412)
        {
            return null;
        }
    }

    /// <exception cref="RequestFailedException">The lease was lost.</exception>
    public Task RenewAsync() => lease.RenewAsync();

    public Task ReleaseAsync() => lease.ReleaseAsync();
}
