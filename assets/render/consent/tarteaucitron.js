  // The cookies of a service: those known by name, and those there are now that fit a pattern.
  function cookies(names, patterns) {
    document.cookie.split(";").forEach(function (cookie) {
      var name = cookie.split("=")[0].trim();
      var fits = patterns.some(function (pattern) { return pattern.test(name); });
      if (fits && names.indexOf(name) < 0) names.push(name);
    });
    return names;
  }

  function add(service) {
    tarteaucitron.services[service.key] = service;
    (tarteaucitron.job = tarteaucitron.job || []).push(service.key);
  }

  // A service is started by what listens to `<key>_loaded` on the document.
  function nothing() {}
