using Ita.Intake.Pictures;

namespace Ita.App.Measures;

/// <summary>Reads pictures one at a time, within a time limit, and in a process of their own.</summary>
/// <remarks>One at a time, because a decoded picture takes some 100 MB. The limits that <see cref="PictureReader"/> checks before decoding keep
/// the time below seconds.</remarks>
public sealed class PictureReading(IReadOnlyList<string>? command, TimeSpan limit) : IDisposable
{
    private readonly SemaphoreSlim place = new(1, 1);

    public PictureReading()
        : this(PictureProcess.Command, TimeSpan.FromSeconds(20))
    {
    }

    /// <inheritdoc cref="PictureReader.Read"/>
    public Task<(Picture? Picture, PictureFault? Fault)> ReadAsync(byte[] file, CancellationToken cancellationToken) =>
        ReadAsync(file, PictureReader.Read, command, cancellationToken);

    /// <inheritdoc cref="EmblemReader.Read"/>
    public Task<(Picture? Picture, PictureFault? Fault)> ReadEmblemAsync(byte[] file, CancellationToken cancellationToken) =>
        ReadAsync(file, EmblemReader.Read, command is null ? null : [.. command.SkipLast(1), PictureProcess.EmblemArgument], cancellationToken);

    private async Task<(Picture? Picture, PictureFault? Fault)> ReadAsync(
        byte[] file, Func<byte[], (Picture? Picture, PictureFault? Fault)> read, IReadOnlyList<string>? started, CancellationToken cancellationToken)
    {
        if (!await place.WaitAsync(limit, cancellationToken))
        {
            return (null, PictureFault.TooSlow);
        }

        try
        {
            return started is null ? read(file) : await InProcessAsync(started, file, cancellationToken);
        }
        finally
        {
            place.Release();
        }
    }

    public void Dispose() => place.Dispose();

    private async Task<(Picture? Picture, PictureFault? Fault)> InProcessAsync(
        IReadOnlyList<string> started, byte[] file, CancellationToken cancellationToken)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limited.CancelAfter(limit);
        try
        {
            return await PictureProcess.ReadAsync(started, file, limited.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (null, PictureFault.TooSlow);
        }
    }
}
