using System.Diagnostics;
using System.Text;
using Microsoft.Azure.Functions.Worker;

namespace Ita.LocalHost.TestWorker;

/// <summary>Behaves as the first word of a message or blob says.</summary>
internal static class Orders
{
    public static async Task ObeyAsync(FunctionContext context, byte[] body, CancellationToken cancellationToken)
    {
        var count = Calls.Record(context, body);
        switch (Encoding.UTF8.GetString(body).Split(' ')[0])
        {
            case "fail":
                throw new InvalidOperationException("The order was to fail.");
            case "slow":
                await Calls.UntilReleasedAsync(CancellationToken.None);
                break;
            case "wait-once" when count == 1:
                await WaitAsync(context, body, cancellationToken);
                break;
            case "stubborn-once" when count == 1:
                await Task.Delay(Timeout.Infinite, CancellationToken.None);
                break;
            case "die-once" when count == 1:
                Process.GetCurrentProcess().Kill();
                break;
        }
    }

    private static async Task WaitAsync(FunctionContext context, byte[] body, CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            Calls.Record(context, [.. body, .. " cancelled"u8]);
            throw;
        }
    }
}
