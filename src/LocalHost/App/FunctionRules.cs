using System.Text.RegularExpressions;

namespace Ita.LocalHost.App;

/// <summary>
/// What the Functions host demands of a function.json (contract.md, section 5), and what LocalHost cannot imitate.
/// </summary>
internal static partial class FunctionRules
{
    private static readonly string[] KnownTriggers = [Binding.HttpTrigger, Binding.QueueTrigger, Binding.BlobTrigger, Binding.TimerTrigger];

    public static IEnumerable<string> Faults(FunctionDefinition function) =>
        [.. NameFaults(function), .. TriggerFaults(function), .. OutputFaults(function), .. ValueFaults(function)];

    private static IEnumerable<string> NameFaults(FunctionDefinition function)
    {
        if (!FunctionName().IsMatch(function.Name) || function.Name.Equals("host", StringComparison.OrdinalIgnoreCase))
        {
            yield return $"{function.Name}: the folder is no function name.";
        }

        foreach (var binding in function.Bindings.Where(binding => !BindingName().IsMatch(binding.Name)))
        {
            yield return $"{function.Name}: '{binding.Name}' is no binding name: letters and digits, or $return.";
        }

        if (function.Bindings.DistinctBy(binding => binding.Name, StringComparer.OrdinalIgnoreCase).Count() < function.Bindings.Count)
        {
            yield return $"{function.Name}: two bindings have the same name.";
        }
    }

    private static IEnumerable<string> TriggerFaults(FunctionDefinition function)
    {
        if (function.Bindings.Count(binding => binding.IsTrigger) != 1)
        {
            yield return $"{function.Name}: exactly one trigger is needed.";
        }
        else if (!KnownTriggers.Any(function.Trigger.Is))
        {
            yield return $"{function.Name}: LocalHost does not know {function.Trigger.Type}.";
        }
        else if (function is { IsHttp: true, IsRawHttp: false })
        {
            yield return $"{function.Name}: an HTTP function needs one httpTrigger, one http output and nothing else, or it leaves raw HTTP mode.";
        }
    }

    private static IEnumerable<string> OutputFaults(FunctionDefinition function) =>
        from binding in function.Bindings
        where !binding.IsTrigger && !(binding.IsOutput && (binding.Is(Binding.Queue) || (function.IsRawHttpShape() && binding.Is(Binding.Http))))
        select $"{function.Name}: LocalHost does not know the binding '{binding.Name}' of type {binding.Type}.";

    private static IEnumerable<string> ValueFaults(FunctionDefinition function) =>
        [.. Required(function, Binding.QueueTrigger, "queueName"), .. Required(function, Binding.Queue, "queueName"),
         .. Required(function, Binding.BlobTrigger, "path"), .. Required(function, Binding.TimerTrigger, "schedule"),
         .. function.Bindings.SelectMany(binding => binding.Values.Values).Where(value => UnknownSetting().IsMatch(value))
             .Select(value => $"{function.Name}: '{value}' names a setting that is not set.")];

    private static IEnumerable<string> Required(FunctionDefinition function, string type, string key) =>
        from binding in function.Bindings
        where binding.Is(type) && string.IsNullOrEmpty(binding[key])
        select $"{function.Name}: the binding '{binding.Name}' needs '{key}'.";

    private static bool IsRawHttpShape(this FunctionDefinition function) =>
        function.Bindings.Any(binding => binding.Is(Binding.HttpTrigger));

    [GeneratedRegex("^[a-z][a-z0-9_-]{0,127}$", RegexOptions.IgnoreCase)]
    private static partial Regex FunctionName();

    [GeneratedRegex(@"^([a-zA-Z][a-zA-Z0-9]{0,127}|\$return)$")]
    private static partial Regex BindingName();

    [GeneratedRegex("%[^%/]+%")]
    private static partial Regex UnknownSetting();
}
