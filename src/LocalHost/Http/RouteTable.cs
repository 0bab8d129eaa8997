using Ita.LocalHost.App;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;

namespace Ita.LocalHost.Http;

/// <summary>
/// Which HTTP function a request is for: route prefix, classic route templates, functions by name, the first match wins
/// (contract.md, section 4, routes).
/// </summary>
internal sealed class RouteTable
{
    private readonly List<(FunctionDefinition Function, TemplateMatcher Matcher)> routes;
    private readonly PathString prefix;

    /// <exception cref="AppFolderException">A route cannot be read, or has a constraint, which LocalHost does not know.</exception>
    public RouteTable(IEnumerable<FunctionDefinition> functions, string prefix)
    {
        this.prefix = prefix.Length == 0 ? PathString.Empty : new PathString("/" + prefix);
        routes = [.. functions.Where(function => function.IsHttp).Select(function => (function, Matcher(function)))];
    }

    /// <summary>The function; null when the path is outside the prefix, no route fits, or none takes the method.</summary>
    public FunctionDefinition? Match(string method, PathString path) =>
        path.StartsWithSegments(prefix, out var rest)
            ? routes.FirstOrDefault(route => Takes(route.Function, method) && route.Matcher.TryMatch(Rooted(rest), [])).Function
            : null;

    private static PathString Rooted(PathString rest) => rest.HasValue ? rest : new PathString("/");

    private static bool Takes(FunctionDefinition function, string method) =>
        function.Trigger.Methods.Count == 0 || function.Trigger.Methods.Contains(method, StringComparer.OrdinalIgnoreCase);

    private static TemplateMatcher Matcher(FunctionDefinition function)
    {
        var template = TemplateParser.Parse(function.Trigger["route"] ?? function.Name);
        return template.Parameters.Any(parameter => parameter.InlineConstraints.Any())
            ? throw new AppFolderException($"{function.Name}: LocalHost does not know constraints in routes.")
            : new TemplateMatcher(template, []);
    }
}
