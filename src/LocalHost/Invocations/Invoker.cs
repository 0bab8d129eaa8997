using Ita.LocalHost.App;

namespace Ita.LocalHost.Invocations;

/// <summary>Calls functions in payload mode and writes their outputs, with retries where function.json asks for them.</summary>
internal sealed class Invoker(Calls calls, Outputs outputs, HostLog log, TimeProvider clock, Func<Guid> newId)
{
    public async Task<Outcome> InvokeAsync(FunctionDefinition function, TriggerValue value, CancellationToken stop)
    {
        for (var retry = 0; ; retry++)
        {
            var payload = new Payload(function.Trigger.Name, value, Facts(function), Context(function, retry));
            var outcome = await calls.RunAsync(function, call => PostAsync(function, payload, call), stop);
            if (outcome.Succeeded || stop.IsCancellationRequested || function.Retry?.Allows(retry + 1) != true)
            {
                return outcome;
            }

            var pause = function.Retry.PauseBefore(retry + 1);
            log.Warning($"Function.{function.Name}", $"Retry {retry + 1} of {function.Retry.MaxRetryCount} in {pause}.");

            // When the host stops the next try ends at once, and as a failure.
            await Task.Delay(pause, clock, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private SystemFacts Facts(FunctionDefinition function) => new(function.Name, clock.GetUtcNow(), newId());

    private static RetryContext? Context(FunctionDefinition function, int retry) =>
        function.Retry is { } policy ? new(retry, policy.MaxRetryCount) : null;

    private async Task<Outcome> PostAsync(FunctionDefinition function, Payload payload, Call call)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/{function.Name}") { Content = new PayloadContent(payload) };
        HostHeaders.Set(request.Headers, call.Id, isProxied: false);
        request.Headers.TryAddWithoutValidation("User-Agent", HostHeaders.UserAgent);
        using var response = await call.Line.Client.SendAsync(request, call.Stop);
        return await Answer.ReadAsync(response, call.Stop) switch
        {
            Answer.Result result => await FinishAsync(function, result, call.Stop),
            Answer.Failed failed => Outcome.Fail(failed.Why),
            _ => await HangAsync(function, response, call),
        };
    }

    private async Task<Outcome> FinishAsync(FunctionDefinition function, Answer.Result result, CancellationToken stop)
    {
        foreach (var line in result.Logs)
        {
            log.Information($"Function.{function.Name}", line);
        }

        await outputs.WriteAsync(function, result, stop);
        return Outcome.Success;
    }

    private async Task<Outcome> HangAsync(FunctionDefinition function, HttpResponseMessage response, Call call)
    {
        log.Error($"Function.{function.Name}", $"The handler answered {(int)response.StatusCode} with no JSON object. " +
            "The host never sees a result: this invocation hangs until functionTimeout and then the handler is killed. Answer 200 with {}.");
        using var either = CancellationTokenSource.CreateLinkedTokenSource(call.Gone, call.Stop);
        await Task.Delay(Timeout.InfiniteTimeSpan, clock, either.Token);
        return Outcome.Success;
    }
}
