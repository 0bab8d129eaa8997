using Ita.LocalHost.App;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;

namespace Ita.LocalHost.Http;

/// <summary>Finds the HTTP function of a request: route prefix, route templates, functions by name, the first match wins.</summary>
internal sealed class RouteTable
{
    private readonly List<(Function Function, TemplateMatcher Matcher)> routes;
    private readonly PathString prefix;

    /// <exception cref="AppFolderException">A route has a constraint, which LocalHost does not know.</exception>
    public RouteTable(IEnumerable<Function> functions, string prefix)
    {
        this.prefix = prefix.Length == 0 ? PathString.Empty : new PathString("/" + prefix);
        routes = [.. functions.Where(function => function.Trigger.Has("type", Binding.HttpTrigger))
            .OrderBy(function => function.Name, StringComparer.OrdinalIgnoreCase)
            .Select(function => (function, Matcher(function)))];
    }

    /// <summary>The function and the values of its route; null when no route fits the path and method.</summary>
    public (Function Function, RouteValueDictionary Values)? Match(string method, PathString path)
    {
        if (path.StartsWithSegments(prefix, out var rest))
        {
            foreach (var (function, matcher) in routes.Where(route => Takes(route.Function, method)))
            {
                var values = new RouteValueDictionary();
                if (matcher.TryMatch(rest.HasValue ? rest : new PathString("/"), values))
                {
                    return (function, values);
                }
            }
        }

        return null;
    }

    private static bool Takes(Function function, string method) =>
        function.Trigger.Methods.Count == 0 || function.Trigger.Methods.Contains(method, StringComparer.OrdinalIgnoreCase);

    private static TemplateMatcher Matcher(Function function)
    {
        var template = TemplateParser.Parse(function.Trigger["route"] ?? function.Name);
        return template.Parameters.Any(parameter => parameter.InlineConstraints.Any())
            ? throw new AppFolderException($"{function.Name}: LocalHost does not know constraints in routes.")
            : new TemplateMatcher(template, []);
    }
}
