using Ita.Intake.Pictures;

namespace Ita.App.Measures;

/// <summary>Reads pictures one at a time and within a time limit.</summary>
/// <remarks>One at a time, because a decoded picture takes some 100 MB. The limits that <see cref="PictureReader"/> checks before decoding keep
/// it below seconds; a decoder that takes longer all the same keeps the only place until it ends, so there is never a second one.</remarks>
public sealed class PictureReading : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private readonly SemaphoreSlim place = new(1, 1);

    /// <inheritdoc cref="PictureReader.Read"/>
    public async Task<(Picture? Picture, PictureFault? Fault)> ReadAsync(byte[] file, CancellationToken cancellationToken)
    {
        if (!await place.WaitAsync(Limit, cancellationToken))
        {
            return (null, PictureFault.TooSlow);
        }

        var reading = Task.Run(() => ReadInPlace(file), CancellationToken.None);
        try
        {
            return await reading.WaitAsync(Limit, cancellationToken);
        }
        catch (TimeoutException)
        {
            return (null, PictureFault.TooSlow);
        }
    }

    public void Dispose() => place.Dispose();

    private (Picture? Picture, PictureFault? Fault) ReadInPlace(byte[] file)
    {
        try
        {
            return PictureReader.Read(file);
        }
        finally
        {
            place.Release();
        }
    }
}
