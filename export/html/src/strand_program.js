/**
 * How sigma draws relations: a curve from subject to object with a head, in a pattern that tells how
 * the relation is told (dotted: only reported; long dashes: planned; short ones: possible; dash and two
 * dots: conditional; dash and dot: negated), so that nothing looks like another, in any colours. A relation of an entity to itself is a
 * loop above it.
 *
 * Each strand is a ribbon along a quadratic Bézier curve, computed on the graphics card in pixels; for
 * picking it is wider, so that thin lines can be clicked.
 */
import { EdgeProgram } from "sigma/rendering";
import { floatColor } from "sigma/utils";

/** Numbers of patterns in the shader. */
export const kPatterns = { solid: 0, dotted: 1, dashed: 2, dashdot: 3, short: 4, dashdotdot: 5 };

const kVertexShader = /* glsl */ `
attribute vec2 a_start;
attribute vec2 a_end;
attribute vec4 a_color;
attribute vec4 a_id;
attribute vec4 a_shape;  // width, curvature, pattern, radius of the object
attribute float a_loop;  // radius of the subject where subject and object are one, else 0
attribute vec3 a_corner;  // along: 0 to 1; side: -1 or 1; 1 for the head's base, 2 for its tip

uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_minThickness;
uniform vec2 u_viewport;  // in CSS pixels
uniform float u_margin;  // beyond the line's edge

varying vec4 v_color;
varying vec2 v_place;  // along and across, in pixels
varying float v_half;
varying float v_pattern;

const float bias = 255.0 / 254.0;

vec2 toPixels(vec2 graph) { return (u_matrix * vec3(graph, 1.0)).xy * u_viewport * 0.5; }

void main() {
  float width = max(a_shape.x / u_sizeRatio, u_minThickness);
  float radius = a_shape.w / u_sizeRatio;
  vec2 p0 = toPixels(a_start);
  vec2 p2 = toPixels(a_end);
  float half_width = 0.5 * width;
  float head = 4.0 + 2.2 * width;
  float t;
  float total;
  vec2 place;
  vec2 tangent;
  if (a_loop > 0.0) {
    float r = 0.7 * radius + 7.0;
    vec2 center = p0 + vec2(0.0, radius + 0.6 * r);
    total = 5.2 * r;
    t = a_corner.z == 2.0 ? 1.0 : a_corner.x * (1.0 - head / total);
    float angle = 4.17 - t * 5.2;  // from below left over the top to below right
    place = center + r * vec2(cos(angle), sin(angle));
    tangent = vec2(sin(angle), -cos(angle));
  } else {
    vec2 chord = p2 - p0;
    total = max(length(chord), 0.001);
    vec2 p1 = 0.5 * (p0 + p2) + vec2(-chord.y, chord.x) * a_shape.y;
    head = min(head, 0.5 * total);
    float tip = max(1.0 - (radius + 1.0) / total, 0.3);
    float base = max(tip - head / total, 0.15);
    t = a_corner.z == 2.0 ? tip : a_corner.x * base;
    place = mix(mix(p0, p1, t), mix(p1, p2, t), t);
    tangent = mix(p1 - p0, p2 - p1, t);
  }
  tangent = tangent / max(length(tangent), 0.0001);
  vec2 across = vec2(-tangent.y, tangent.x);

  float reach = half_width + u_margin;
  v_half = half_width;
  v_pattern = a_shape.z;
  if (a_corner.z == 1.0) reach = 1.6 + 1.1 * width;
  if (a_corner.z > 0.0) {
    v_pattern = 0.0;
    v_half = 1000.0;
  }
  v_place = vec2(t * total, a_corner.y * reach);
  place += across * a_corner.y * reach;
  gl_Position = vec4(place / (u_viewport * 0.5), 0.0, 1.0);

#ifdef PICKING_MODE
  v_color = a_id;
#else
  v_color = a_color;
#endif
  v_color.a *= bias;
}
`;

const kFragmentShader = /* glsl */ `
precision highp float;

varying vec4 v_color;
varying vec2 v_place;
varying float v_half;
varying float v_pattern;

uniform float u_feather;

/** How much of the pixel is inked, where each period has ink up to "on". */
float ink(float along, float on, float period) {
  float at = mod(along, period);
  return smoothstep(-u_feather, u_feather, on - at) * smoothstep(-u_feather, u_feather, at);
}

void main() {
#ifdef PICKING_MODE
  gl_FragColor = v_color;
#else
  float width = min(2.0 * v_half, 4.0);
  float alpha = v_color.a * (1.0 - smoothstep(v_half - u_feather, v_half + u_feather, abs(v_place.y)));
  float dot = 1.5 + 0.5 * width;
  if (v_pattern > 4.5) {
    float step = dot + 2.5 + width;
    float start = 8.5 + 2.0 * width;
    float period = start + 2.0 * step;
    alpha *= max(ink(v_place.x, 6.0 + width, period),
                 max(ink(v_place.x - start, dot, period), ink(v_place.x - start - step, dot, period)));
  } else if (v_pattern > 3.5) {
    alpha *= ink(v_place.x, 3.0 + width, 7.0 + 2.0 * width);
  } else if (v_pattern > 2.5) {
    float period = 12.0 + 3.0 * width;
    alpha *= max(ink(v_place.x, 6.0 + width, period), ink(v_place.x - 9.0 - 2.0 * width, dot, period));
  } else if (v_pattern > 1.5) {
    alpha *= ink(v_place.x, 9.0 + width, 14.0 + 2.0 * width);
  } else if (v_pattern > 0.5) {
    alpha *= ink(v_place.x, 1.0 + width, 3.0 + 2.0 * width);
  }
  gl_FragColor = vec4(v_color.rgb * alpha, alpha);
#endif
}
`;

/** Two triangles for each of `segments` pieces of the ribbon, and one for the head. */
function corners(/** @type {number} */ segments) {
  const all = [];
  for (let i = 0; i < segments; ++i) {
    const from = i / segments;
    const to = (i + 1) / segments;
    all.push([from, 1, 0], [from, -1, 0], [to, 1, 0], [to, 1, 0], [from, -1, 0], [to, -1, 0]);
  }
  all.push([1, 1, 1], [1, -1, 1], [1, 0, 2]);
  return all;
}

const kUniforms = ["u_matrix", "u_sizeRatio", "u_minThickness", "u_viewport", "u_margin", "u_feather"];

/** @param {number} segments  1 draws straight lines only */
function strandProgram(segments) {
  return class extends EdgeProgram {
    getDefinition() {
      const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGLRenderingContext;
      const constants = corners(segments);
      return {
        VERTICES: constants.length,
        VERTEX_SHADER_SOURCE: kVertexShader,
        FRAGMENT_SHADER_SOURCE: kFragmentShader,
        METHOD: TRIANGLES,
        UNIFORMS: kUniforms,
        ATTRIBUTES: [
          { name: "a_start", size: 2, type: FLOAT },
          { name: "a_end", size: 2, type: FLOAT },
          { name: "a_color", size: 4, type: UNSIGNED_BYTE, normalized: true },
          { name: "a_id", size: 4, type: UNSIGNED_BYTE, normalized: true },
          { name: "a_shape", size: 4, type: FLOAT },
          { name: "a_loop", size: 1, type: FLOAT },
        ],
        CONSTANT_ATTRIBUTES: [{ name: "a_corner", size: 3, type: FLOAT }],
        CONSTANT_DATA: constants,
      };
    }

    processVisibleItem(id, start, source, target, data) {
      const isLoop = source.x === target.x && source.y === target.y;
      this.array.set([source.x, source.y, target.x, target.y, floatColor(data.color), id, data.size,
                      data.curvature ?? 0, data.pattern ?? 0, target.size, isLoop ? source.size : 0],
                     start);
    }

    setUniforms(params, { gl, uniformLocations, isPicking }) {
      gl.uniformMatrix3fv(uniformLocations.u_matrix, false, params.matrix);
      gl.uniform1f(uniformLocations.u_sizeRatio, params.sizeRatio);
      gl.uniform1f(uniformLocations.u_minThickness, params.minEdgeThickness);
      gl.uniform2f(uniformLocations.u_viewport, params.width, params.height);
      gl.uniform1f(uniformLocations.u_margin, isPicking ? 3 : 1);
      gl.uniform1f(uniformLocations.u_feather, 0.5 / params.pixelRatio);
    }
  };
}

export const StraightProgram = strandProgram(1);
export const CurvedProgram = strandProgram(10);

/**
 * The middle of a strand, as the shader draws it, in pixels of the viewport (y down).
 * @param {{x: number, y: number}} from @param {{x: number, y: number}} to @param {number} curvature
 */
export function middle(from, to, curvature) {
  // The shader's y axis points up, so the curve bends to the other side here.
  return { x: (from.x + to.x) / 2 + (to.y - from.y) * curvature / 2,
           y: (from.y + to.y) / 2 - (to.x - from.x) * curvature / 2 };
}
